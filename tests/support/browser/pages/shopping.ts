import { type Page } from 'playwright-core';
import { waitFor } from '../../../../scripts/demo/actors/waiting';
import { type AppWindow, closed, shows } from '../appWindow';
import { code } from '../town';

/** The first screen and what leads away from it. */
export const home = ({ page, open }: AppWindow) => ({
  open: () => open(),
  /** Follows the link that a leader shared. */
  async invited(pickupPointId: string) {
    await open(`/pages/home/index?pickupPointId=${pickupPointId}`);
  },
  async collectsAt(name: string) {
    await page.getByRole('button', { name: `Pickup point: ${name}. Tap to change it` }).waitFor();
  },
  async chooseEverything() {
    await page.getByRole('tab', { name: 'All' }).click();
  },
  async search(words: string) {
    await page.getByRole('button', { name: 'Fruit, vegetables, pinyin …' }).click();
    await page.getByRole('searchbox', { name: 'Name, pinyin or initials' }).fill(words);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
  },
  async openOffer(title: string) {
    await page
      .getByRole('article')
      .filter({ hasText: title })
      .getByRole('button', { name: title })
      .first()
      .click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  },
  /** The tile of an offer comes to say so, when the app is opened again: what is changed shows within a second. */
  async comesToOffer(title: string, { price, left }: { price: string; left: number }) {
    const tile = page.getByRole('article').filter({ hasText: title });
    const changed = tile.filter({
      hasText: `Only ${left} left`,
      has: page.getByLabel(price, { exact: true }),
    });
    await waitFor(`${title} for ${price}, ${left} left`, async () => {
      await page.reload();
      await tile.waitFor();
      return (await changed.isVisible()) ? true : undefined;
    });
  },
  /** One more of an offer, on its tile. */
  async add(title: string) {
    await page
      .getByRole('button', { name: `One ${title} more` })
      .first()
      .click();
  },
});

export const offerPage = ({ page }: AppWindow) => ({
  async addToCart() {
    await page.getByRole('button', { name: 'Add to cart' }).click();
  },
  async goToCart() {
    await page.getByRole('button', { name: 'Go to cart' }).click();
  },
});

export const cart = ({ page, open }: AppWindow) => ({
  open: () => open('/pages/cart/index'),
  async holds(...titles: readonly string[]) {
    const lines = page.getByRole('list', { name: 'In your cart' });
    for (const title of titles) await lines.getByText(title, { exact: true }).first().waitFor();
  },
  async checkOut() {
    await page.getByRole('button', { name: 'Check out' }).click();
    await page.getByRole('heading', { name: 'Check out', level: 1 }).waitFor();
  },
  async says(words: string) {
    await shows(page, words);
  },
  async cannotCheckOut() {
    await page.getByRole('button', { name: 'Check out', disabled: true }).waitFor();
  },
  async removeWhatIsGone() {
    await page.getByRole('button', { name: 'Remove these' }).click();
  },
});

export const signIn = ({ page, open, tells }: AppWindow) => ({
  open: () => open('/pages/sign-in/index'),
  /** From a page that asks for it. */
  async fromGate() {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  },
  async byPhone(phone: string) {
    await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(code);
    // The page that asked for it may still be on its way out.
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await tells(/^Welcome back,/);
  },
});

export const checkout = ({ page }: AppWindow) => ({
  /** Priced, and ready to be placed. */
  async isReady() {
    await page.getByRole('button', { name: 'Order and pay', disabled: false }).waitFor();
  },
  async place() {
    await page.getByRole('button', { name: 'Order and pay' }).click();
  },
  /** Presses the button at the last moment; the page may have noticed by itself that it is too late. */
  async placeIfItStillCan() {
    const button = page.getByRole('button', { name: 'Order and pay', disabled: false });
    if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
  },
  async says(words: string) {
    await shows(page, words);
  },
});

/** Leaves the provider's page once it says that the money is reserved: a page on its way there may never close. */
export async function leaveAuthorised(provider: Page): Promise<void> {
  await shows(provider, /^Authorised$/);
  await closed(provider);
}

/** Pays on the provider's page that the app has left for, and comes back: by a link, where it does not lead back by itself. */
export async function payAtProvider(page: Page): Promise<void> {
  await page.waitForURL(({ hash }) => !hash.startsWith('#/pages/payment/'));
  await page.getByRole('button', { name: /^Pay/ }).click();
  const back = page.getByRole('link', { name: 'Back to Lintuan' });
  await back
    .or(page.getByRole('heading', { name: 'Pay', level: 1, exact: true }))
    .first()
    .waitFor();
  if (await back.isVisible()) await back.click();
}

export const payment = (window: AppWindow) => {
  const { page, context } = window;
  const begin = async (way: 'WeChat Pay' | 'Alipay' | 'Card') => {
    await page.getByRole('radio', { name: way }).click();
    await page.getByRole('button', { name: /^Pay ¥/ }).click();
  };
  return {
    begin,
    /** On the provider's page, and back. */
    async byAlipay() {
      await begin('Alipay');
      await payAtProvider(page);
    },
    /** On the provider's page, which opens beside the app. */
    async byCard() {
      const opened = context.waitForEvent('page');
      await begin('Card');
      const provider = await opened;
      await provider.getByRole('button', { name: /^Pay/ }).click();
      await leaveAuthorised(provider);
    },
    async isDone() {
      await page.getByRole('status').getByText('Paid', { exact: true }).waitFor();
    },
    async seeOrder() {
      await page.getByRole('button', { name: 'See the order' }).click();
      await page.getByRole('heading', { name: 'Order', level: 1 }).waitFor();
    },
    async says(words: string) {
      await shows(page, words);
    },
    /** The time to pay is over. */
    async runsOut() {
      await shows(page, 'The time to pay is over');
    },
  };
};

export const orderPage = ({ page, open }: AppWindow) => ({
  open: (orderId: string) => open(`/pages/order/index?orderId=${orderId}`),
  /** Its status, as it stands or as it becomes without a reload. */
  async is(status: string) {
    await page
      .getByRole('region', { name: 'Progress' })
      .getByRole('status')
      .getByText(status, { exact: true })
      .waitFor();
  },
  async says(words: string | RegExp) {
    await shows(page, words);
  },
  async showCode() {
    await page.getByRole('button', { name: 'Show the code' }).click();
  },
  /** What came back, and why. */
  async refunds(words: RegExp) {
    await page.getByRole('region', { name: 'Refunds' }).filter({ hasText: words, visible: true }).waitFor();
  },
});

export const codePage = ({ page, open }: AppWindow) => ({
  open: (orderId: string) => open(`/pages/pickup-code/index?orderId=${orderId}`),
  async says(words: string | RegExp) {
    await shows(page, words);
  },
  async isReady() {
    await shows(page, 'Ready to collect');
    await page.getByRole('img', { name: 'QR code for pickup' }).waitFor();
  },
  /** The eight digits as they stand on the screen. */
  async digits(): Promise<string> {
    const words = await page.getByLabel(/^Pickup code \d/).innerText();
    return words.replace(/\D/g, '');
  },
  async isUsed() {
    await shows(page, /^Collected$/);
  },
});
