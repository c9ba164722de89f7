import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { findThings, type Found } from '../../scripts/tour/find';
import { tourPages } from '../../scripts/tour/pages';
import { tourRoles } from '../../scripts/tour/roles';
import { fillCart, showIn, signInAs, visit } from '../../scripts/tour/signIns';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { phone } from '../support/browser/appWindow';
import { barriersOn, errorsOf } from '../support/browser/barriers';
import { keyboardFaultsOn } from '../support/browser/tabStops';
import { smallTargetsOn } from '../support/browser/targets';
import { describeWith } from '../support/tools';

/** Each language and each size once; the longer words in the larger type. */
const looks = [
  { language: 'zh-CN', large: false },
  { language: 'en', large: true },
] as const;

const narrow = { ...phone, large: false };
/** Everything as large as it comes. */
const large = { ...phone, large: true };
const wide = { width: 1280, height: 800, large: false };
/** Under what the keyboard is tried: what each role works with most, and each layout with the role that has the most of it. */
const hands = {
  shopper: [narrow, large, wide],
  leader: [narrow, large],
  courier: [large],
  operator: [narrow, wide],
} as const;

// A colour on its way from one to another has a contrast that nobody reads.
const still = { reducedMotion: 'reduce' } as const;

jest.setTimeout(180_000);

describeWith('chromium')('every main page in a real browser', () => {
  let product: AllInOne;
  let browser: Browser;
  let found: Found;

  beforeAll(async () => {
    product = await startAllInOne({}, { life: true });
    found = await findThings({ url: product.url, retries: 2, time: product.time });
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  test.each([
    ['zh-CN', /[一-鿿]/],
    ['en', /Cart/],
  ])('opens in %s with offers, before anybody signs in', async (locale, words) => {
    const context = await browser.newContext({ ...still, viewport: phone, locale });
    const page = await context.newPage();
    const errors = errorsOf(page);
    await page.goto(product.url);
    await page.getByText(/¥|￥/).first().waitFor();
    expect(await page.locator('body').innerText()).toMatch(words);
    expect(await barriersOn(page)).toEqual([]);
    expect(await smallTargetsOn(page, false)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  describe.each(tourRoles)('of a %s', (role) => {
    let context: BrowserContext;
    let page: Page;

    beforeAll(async () => {
      context = await browser.newContext({ ...still, viewport: phone, locale: 'en' });
      page = await context.newPage();
      await signInAs(page, product.url, role);
      if (role === 'shopper') await fillCart(page, product.url);
    });
    afterAll(() => context.close());

    test.each(looks)('has no barriers and no errors: $language, large type $large', async (look) => {
      const errors = errorsOf(page);
      await showIn(context, look);
      const barriers: string[] = [];
      for (const { name, path } of tourPages(found)[role]) {
        await visit(page, product.url, path);
        if (await page.getByRole('alert').filter({ visible: true }).count())
          barriers.push(`${name} shows an error`);
        const found = [...(await barriersOn(page)), ...(await smallTargetsOn(page, look.large))];
        barriers.push(...found.map((words) => `${name}: ${words}`));
      }
      expect(barriers).toEqual([]);
      expect(errors).toEqual([]);
    });

    test.each(hands[role])(
      'is reached by keyboard, all of it and in its order: $width px, large type $large',
      async (how) => {
        await showIn(context, { language: 'en', large: how.large });
        await page.setViewportSize(how);
        const faults: string[] = [];
        for (const { name, path } of tourPages(found)[role]) {
          await visit(page, product.url, path);
          faults.push(...(await keyboardFaultsOn(page)).map((words) => `${name}: ${words}`));
        }
        expect(faults).toEqual([]);
      },
    );
  });
});
