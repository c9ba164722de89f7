import { type AppWindow, shows } from '../appWindow';
import { type PhotoFile } from '../photo';

/** The courier's route: what comes next, and all stops. */
export const round = ({ page, open }: AppWindow) => ({
  open: () => open('/courier/route/index'),
  async startLoading() {
    await page.getByRole('button', { name: 'Start loading' }).click();
    await page.getByRole('heading', { name: 'Load checklist', level: 1 }).waitFor();
  },
  async isUnderWay() {
    await shows(
      page,
      'Your position is shared: leaders and neighbours see when you come. It ends with the route.',
    );
  },
  async nextIs(point: string) {
    await page.getByRole('region', { name: 'Next stop' }).getByText(point, { exact: true }).waitFor();
  },
  async arrive() {
    await page.getByRole('button', { name: 'I am here' }).click();
  },
  async countAndHandOver() {
    await page.getByRole('button', { name: 'Count and hand over' }).click();
    await page.getByRole('button', { name: /^Handed over \(/ }).waitFor();
  },
  async fails(reason: string, photo: PhotoFile) {
    await page.getByRole('button', { name: 'Cannot deliver' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: reason }).click();
    const choosing = page.waitForEvent('filechooser');
    await sheet.getByRole('button', { name: 'Take a photo' }).click();
    await (await choosing).setFiles(photo);
    await sheet.getByRole('img', { name: 'The photo taken' }).waitFor();
    await sheet.getByRole('button', { name: 'Confirm: not delivered' }).click();
    await sheet.waitFor({ state: 'hidden' });
  },
  async stopSays(point: string, words: RegExp) {
    await page.getByRole('button').filter({ hasText: point }).filter({ hasText: words }).waitFor();
  },
  async openStop(point: string) {
    await page.getByRole('button').filter({ hasText: point }).last().click();
  },
  async finish() {
    await page.getByRole('button', { name: 'Finish the route' }).click();
    await shows(page, /^Finished at/);
  },
});

export const loading = ({ page }: AppWindow) => ({
  /** Ticks all crates off, one after the other. */
  async tickAll() {
    const crates = page.getByRole('button', { name: /tap when loaded$/ });
    await crates.first().waitFor();
    for (let left = await crates.count(); left > 0; left -= 1) {
      await crates.first().click();
      await crates.nth(left - 1).waitFor({ state: 'hidden' });
    }
    await shows(page, 'Everything is loaded. You can go.');
  },
  async depart() {
    await page.getByRole('button', { name: 'Depart' }).click();
  },
});

export const handingOver = ({ page }: AppWindow) => ({
  async celsius(degrees: string) {
    for (const field of await page.getByRole('textbox', { name: 'Temperature inside (°C)' }).all())
      await field.fill(degrees);
  },
  async confirm() {
    await page.getByRole('button', { name: /^Handed over \(/ }).click();
  },
});

export const discrepancies = ({ page }: AppWindow) => ({
  async agree() {
    await page.getByRole('button', { name: 'That is so' }).click();
    await shows(page, 'You agreed');
  },
  async says(words: string | RegExp) {
    await shows(page, words);
  },
});
