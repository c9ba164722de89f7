import { operatorSignIn } from '../town';
import { type AppWindow, shows } from '../appWindow';

/** The merchant's staff signs in, and works for one city. */
export const office = ({ page, open }: AppWindow) => ({
  async signIn() {
    await open('/pages/sign-in/index');
    await page.getByRole('tab', { name: 'Staff' }).click();
    await page.getByRole('textbox', { name: 'User name' }).fill(operatorSignIn.username);
    await page.getByRole('textbox', { name: 'Password' }).fill(operatorSignIn.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await shows(page, /^Welcome back,/);
  },
  async worksFor(city: string) {
    await open('/operator/home/index');
    await page.getByRole('combobox', { name: 'City' }).selectOption({ label: city });
  },
});

export const consolidation = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/consolidation/index'),
  /** The totals are frozen, whenever that is. */
  async isFrozen(timeout: number) {
    await page.getByText('Orders to bring').filter({ visible: true }).first().waitFor({ timeout });
  },
  async list(name: string) {
    await page.getByRole('tab', { name }).click();
  },
  async says(words: string | RegExp) {
    await shows(page, words);
  },
});

export const routePlanning = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/routes/index'),
  async plan() {
    await page.getByRole('button', { name: 'Plan routes' }).click();
    await shows(page, 'Planned. Couriers see their routes at once.');
  },
});

export const liveCity = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/city/index'),
  async says(words: string | RegExp) {
    await shows(page, words);
  },
});
