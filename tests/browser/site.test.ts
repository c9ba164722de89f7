import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { findThings, type Found } from '../../scripts/tour/find';
import { signInAs } from '../../scripts/tour/signIns';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { phone } from '../support/browser/appWindow';
import { payAtProvider } from '../support/browser/pages/shopping';
import { describeWith } from '../support/tools';

const titled = (page: Page, name: string) =>
  page.getByRole('heading', { name, level: 1 }).filter({ visible: true });

/** Adds up what moved without a tap, as browsers do for CLS. */
const sumShifts = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** What the words of the balance on the screen stand on, and their colour. */
const balanceLooks = `[...document.querySelectorAll('.commission-balance')]
  .filter((element) => element.offsetParent !== null)
  .map((element) => [getComputedStyle(element).backgroundImage, getComputedStyle(element).color].join(' '))`;

jest.setTimeout(120_000);

describeWith('chromium')('the site in a browser', () => {
  let product: AllInOne;
  let browser: Browser;
  let found: Found;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    product = await startAllInOne({}, { life: true });
    found = await findThings({ url: product.url, retries: 2, time: product.time });
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const open = async (locale = 'en') => {
    context = await browser.newContext({ viewport: phone, locale });
    page = await context.newPage();
  };
  const goTo = (path: string) => page.goto(`${product.url}/#${path}`);
  afterEach(() => context.close());

  test.each(['zh-CN', 'en'])('its first screen stays where it is while it loads: %s', async (locale) => {
    await open(locale);
    await context.addInitScript(sumShifts);
    await page.goto(product.url);
    await page.getByRole('article').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate<number>('window.shifted')).toBeLessThanOrEqual(0.05);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/邻团.*Fresh/);
  });

  test('an address that leads to no page says so, whatever was open', async () => {
    await open();
    await goTo('/pages/me/index');
    await titled(page, 'Me').waitFor();
    await goTo('/pages/nowhere/index');
    await titled(page, 'No such page').waitFor();
    await page.getByRole('button', { name: 'Go to the first page' }).click();
    await page.getByRole('article').first().waitFor();
    await page.goto('about:blank');
    await goTo('/nothing');
    await titled(page, 'No such page').waitFor();
  });

  test('opens without a signal once it was there, pages that were never open, too', async () => {
    await open();
    await signInAs(page, product.url, 'shopper');
    await goTo(`/pages/pickup-code/index?orderId=${found.ready}`);
    await page.getByLabel(/^Pickup code \d/).waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await context.setOffline(true);
    await page.reload();
    await page.getByLabel(/^Pickup code \d/).waitFor();
    await goTo('/pages/legal/index');
    await titled(page, 'Terms of use').waitFor();
  });

  test('the balance of a leader looks the same, whichever pages were open before', async () => {
    await open();
    await signInAs(page, product.url, 'leader');
    const look = async () => {
      await goTo('/leader/commission/index');
      await page.locator('.commission-balance').filter({ visible: true }).waitFor();
      return page.evaluate<string[]>(balanceLooks);
    };
    const first = await look();
    expect(first).toEqual([expect.stringMatching(/gradient.*rgb\(255, 255, 255\)$/)]);
    for (const [path, title] of [
      ['hand-out', 'Hand out'],
      ['share', 'Share'],
    ] as const) {
      await goTo(`/leader/${path}/index`);
      await titled(page, title).waitFor();
    }
    expect(await look()).toEqual(first);
  });

  test('whoever comes back from the payment provider does not come to it again by going back', async () => {
    await open();
    await signInAs(page, product.url, 'shopper');
    await goTo('/pages/orders/index');
    await titled(page, 'My orders').waitFor();
    await goTo(`/pages/payment/index?orderId=${found.unpaid}`);
    await page.getByRole('radio', { name: 'Alipay' }).click();
    await page.getByRole('button', { name: /^Pay ¥/ }).click();
    await payAtProvider(page);
    await page.getByRole('status').getByText('Paid', { exact: true }).waitFor();
    await page.goBack();
    await titled(page, 'My orders').waitFor();
  });
});
