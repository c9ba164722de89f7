import { type AppWindow, shows } from '../appWindow';
import { type PhotoFile } from '../photo';

/** The leader's day on one screen. */
export const today = ({ page, open }: AppWindow) => ({
  open: () => open('/leader/today/index'),
  /** One of the figures of the day, as it stands or as it becomes without a reload. */
  async figure(name: string, value: string) {
    const figure = page.getByText(name, { exact: true }).locator('xpath=..');
    await figure.filter({ hasText: value, visible: true }).first().waitFor();
  },
  async goTo(name: string) {
    await page.getByRole('navigation', { name: 'Everything else' }).getByRole('link', { name }).click();
  },
  /** Does what the screen says is next. */
  async doNext(name: string) {
    await page.getByRole('region', { name: 'What to do now' }).getByRole('button', { name }).click();
  },
  async nextIs(name: string) {
    await page.getByRole('region', { name: 'What to do now' }).getByRole('button', { name }).waitFor();
  },
  async says(words: string | RegExp) {
    await shows(page, words);
  },
});

export const sharing = ({ page }: AppWindow) => ({
  /** What would be pasted into the neighbours' chat. */
  async text(): Promise<string> {
    await page.getByRole('heading', { name: 'Text for the group' }).waitFor();
    return page.getByText(/^\[/).first().innerText();
  },
  async back() {
    await page.getByRole('button', { name: 'Back' }).click();
  },
});

export const orderForNeighbour = ({ page }: AppWindow) => ({
  async add(title: string) {
    await page.getByRole('button', { name: `One ${title} more` }).click();
  },
  async forWhom(name: string, phone: string) {
    await page.getByRole('button', { name: /^Next/ }).click();
    await page.getByRole('textbox', { name: 'Neighbour’s name' }).fill(name);
    await page.getByRole('textbox', { name: 'Neighbour’s phone number' }).fill(phone);
  },
  async place() {
    await page.getByRole('button', { name: /^Order and pay/ }).click();
  },
});

export const groupOrders = ({ page, open }: AppWindow) => ({
  open: () => open('/leader/orders/index'),
  async has(words: string | RegExp) {
    await shows(page, words);
  },
  async byProduct() {
    await page.getByRole('tab', { name: 'By product' }).click();
  },
});

export const groupMessages = ({ page, open }: AppWindow) => ({
  open: () => open('/leader/message/index'),
  async send(words: string) {
    await page.getByRole('textbox', { name: 'To the neighbours of this round' }).fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: words }).waitFor();
  },
});

export const receive = ({ page, open, tells }: AppWindow) => ({
  open: () => open('/leader/receive/index'),
  async complete(crate: string) {
    await page.getByRole('button', { name: `${crate} Complete` }).click();
  },
  /** Fewer units of one good came than the crate should hold. */
  async differs(crate: string, title: string, fewer: number, photo: PhotoFile) {
    await page.getByRole('button', { name: `${crate} Differs` }).click();
    const sheet = page.getByRole('dialog');
    for (let taken = 0; taken < fewer; taken += 1)
      await sheet.getByRole('button', { name: `One ${title} Really came less` }).click();
    const choosing = page.waitForEvent('filechooser');
    await sheet.getByRole('button', { name: 'Take a photo' }).click();
    await (await choosing).setFiles(photo);
    await sheet.getByRole('button', { name: 'Save the difference' }).click();
    await sheet.waitFor({ state: 'hidden' });
  },
  async says(words: string) {
    await shows(page, words);
  },
  /** The labels of the crates that are still to be counted. */
  async crates(): Promise<string[]> {
    const complete = page.getByRole('button', { name: / Complete$/ });
    await complete.first().waitFor();
    const names: string[] = [];
    for (const button of await complete.all()) names.push((await button.getAttribute('aria-label')) ?? '');
    return names.map((name) => name.replace(/ Complete$/, ''));
  },
  async confirm() {
    await page.getByRole('button', { name: 'Confirm and open for pickup' }).click();
    await tells('Received. The neighbours’ orders now say “Ready to collect”.');
  },
});

/** What nobody collected in time. */
export const overdue = ({ page, open }: AppWindow) => {
  const orderOf = (title: string) => page.getByRole('article').filter({ hasText: title, visible: true });
  return {
    open: () => open('/leader/overdue/index'),
    async says(words: string | RegExp) {
      await shows(page, words);
    },
    /** Decides about the order with this good in it. */
    async decide(title: string, { what, until }: { what: string; until?: string }) {
      await orderOf(title).getByRole('button', { name: 'Decide' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('radio', { name: what }).click();
      if (until !== undefined) await sheet.getByRole('radio', { name: until }).click();
      await sheet.getByRole('button', { name: 'Confirm' }).click();
      await sheet.waitFor({ state: 'hidden' });
      await orderOf(title).waitFor({ state: 'hidden' });
    },
  };
};

export const handOut = ({ page, open }: AppWindow) => ({
  open: () => open('/leader/hand-out/index'),
  async type(digits: string) {
    const keys = page.getByRole('group', { name: 'Keypad' });
    for (const digit of digits) await keys.getByRole('button', { name: digit, exact: true }).click();
  },
  async paste(digits: string) {
    await page.getByRole('textbox', { name: 'The 8 digits of the pickup code' }).fill(digits);
  },
  /** What to give, as the sheet says it. */
  async contents(): Promise<string> {
    return page.getByRole('dialog', { name: 'Give to the neighbour' }).innerText();
  },
  async handOver() {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Handed over/ })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  },
  async says(words: string | RegExp) {
    await shows(page, words);
  },
  async seen() {
    await page.getByRole('button', { name: 'Got it' }).click();
  },
});
