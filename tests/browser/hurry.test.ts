import { type Browser, type Route } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { openWindow } from '../support/browser/appWindow';
import { describeWith } from '../support/tools';

/** What scripts that have arrived bring about is on the screen. */
const twoFrames = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

/** Calls up `address` as soon as a page comes into the document, while it still slides in. */
const leaveOnceOpening = (address: string) => `new Promise((done) => {
  const leave = (_, observer) => {
    if (!document.querySelector('.taro_page:not(.taro_tabbar_page)')) return;
    observer.disconnect();
    location.hash = '${address}';
    done();
  };
  new MutationObserver(leave).observe(document, { childList: true, subtree: true });
})`;
/** Longer than pages slide. */
const slidingMs = 2_000;

/** Goes back, and tells what became of the page that was open. */
const backUntilInert = `new Promise((done) => {
  const left = document.querySelector('.taro_page:not([inert])');
  const tell = () => done(left.isConnected ? 'inert, and in the document' : 'gone');
  new MutationObserver(tell).observe(left, { attributeFilter: ['inert'] });
  new MutationObserver(() => left.isConnected || tell()).observe(left.parentElement, { childList: true });
  history.back();
})`;

jest.setTimeout(120_000);

describeWith('chromium')('somebody in a hurry on a slow network', () => {
  let product: AllInOne;
  let browser: Browser;

  beforeAll(async () => {
    product = await startAllInOne();
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  test('stays on the page opened last when the one left meanwhile arrives', async () => {
    const { page, open, close } = await openWindow(browser, product, { who: 'hurried' });
    const title = (name: string) => page.getByRole('heading', { name, level: 1 }).filter({ visible: true });
    await open('/pages/orders/index');
    await title('My orders').waitFor();
    await open('/pages/me/index');
    await title('Me').waitFor();

    const held: Route[] = [];
    await page.route('**/js/*.js', (route) => void held.push(route));
    const asked = page.waitForRequest('**/js/*.js');
    await open('/pages/addresses/index');
    await asked;
    await open('/pages/orders/index');
    await title('My orders').waitFor();
    const arrived = held.map((route) => route.request().response());
    await Promise.all(held.map((route) => route.continue()));
    await Promise.all(arrived.map(async (response) => (await response)?.finished()));

    await page.evaluate(twoFrames);

    expect(await title('Addresses').count()).toBe(0);
    expect(await title('My orders').count()).toBe(1);
    await close();
  });

  test('sees the page whose address was called up while another one slid in', async () => {
    const { page, open, close } = await openWindow(browser, product, { who: 'hurried' });
    const title = (name: string) => page.getByRole('heading', { name, level: 1 }).filter({ visible: true });
    await open('/pages/pickup-points/index');
    await title('Choose a pickup point').waitFor();
    await open('/pages/me/index');
    await title('Me').waitFor();

    const left = page.evaluate(leaveOnceOpening('/pages/me/index'));
    await page.getByRole('button', { name: 'Pickup point' }).click();
    await left;
    await page.locator('.taro_page:not(.taro_tabbar_page)').waitFor({ state: 'detached' });
    await page.clock.runFor(slidingMs);

    expect(await page.getByRole('heading', { level: 1 }).filter({ visible: true }).allTextContents()).toEqual(
      ['Me'],
    );
    await close();
  });

  test('cannot press anything on a page that slides out', async () => {
    const { page, open, close } = await openWindow(browser, product, { who: 'hurried' });
    const title = (name: string) => page.getByRole('heading', { name, level: 1 }).filter({ visible: true });
    await open('/pages/me/index');
    await title('Me').waitFor();
    await open('/pages/addresses/index');
    await title('Addresses').waitFor();
    await page.locator('.taro_page_stationed:not([inert])').waitFor();

    expect(await page.evaluate(backUntilInert)).toBe('inert, and in the document');
    await title('Me').waitFor();
    await close();
  });

  test('without a signal is told that the page waits for one, and gets it then', async () => {
    const { page, context, open, tells, close } = await openWindow(browser, product, { who: 'in a lift' });
    const title = (name: string) => page.getByRole('heading', { name, level: 1 }).filter({ visible: true });
    await open('/pages/me/index');
    await title('Me').waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Pickup point' }).click();
    await tells('No connection. It opens as soon as there is a signal.');

    expect(await title('Me').count()).toBe(1);
    await page.waitForURL(/#\/pages\/me\/index/);
    await context.setOffline(false);
    await title('Choose a pickup point').waitFor();
    await close();
  });
});
