import { operatorSignIn } from '../town';
import { type AppWindow, shows } from '../appWindow';

/** The merchant's staff signs in, and works for one city. */
export const office = ({ page, open, tells }: AppWindow) => ({
  async signIn() {
    await open('/pages/sign-in/index?as=staff');
    await page.getByRole('textbox', { name: 'User name' }).fill(operatorSignIn.username);
    await page.getByRole('textbox', { name: 'Password' }).fill(operatorSignIn.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await tells(/^Welcome back,/);
    // The desk opens by itself; the way there must not be crossed by another one.
    await page.getByRole('heading', { name: 'Operations', level: 1 }).waitFor();
  },
  /** Closes the app and opens it again: then it knows the cities that were opened meanwhile. */
  async again() {
    await page.reload();
  },
  async worksFor(city: string) {
    await open('/operator/home/index');
    await page.getByRole('combobox', { name: 'City' }).selectOption({ label: city });
  },
});

export const consolidation = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/consolidation/index'),
  /** The totals are frozen, whenever that is. */
  async isFrozen() {
    await shows(page, 'Orders to bring');
  },
  async list(name: string) {
    // `Pick` is not `Pickup`; how many wait may follow.
    await page.getByRole('tab', { name: new RegExp(`^${name}(?![a-z])`) }).click();
  },
  /** A line of the list that is open: what, and how much of it. */
  async lists(title: string, units: number) {
    const line = page.getByRole('row').filter({ hasText: title });
    await line
      .getByRole('cell')
      .filter({ hasText: new RegExp(`(^|[A-Za-z ])${units}$`) })
      .first()
      .waitFor();
  },
  /** The only thing that is to be weighed. */
  async weigh(title: string, grams: string) {
    await page.getByRole('textbox', { name: `Real weight of ${title}, in kg` }).fill(`${grams} g`);
    await page.getByRole('button', { name: 'Save 1 line' }).click();
    await shows(page, 'Everything is weighed');
  },
  async says(words: string | RegExp) {
    await shows(page, words);
  },
});

export const routePlanning = ({ page, open, tells }: AppWindow) => ({
  open: () => open('/operator/routes/index'),
  async plan() {
    // The page of the lists, which may still be on its way out, has a button of that name, too.
    const form = page.getByRole('region', { name: 'Plan routes' });
    await form.getByRole('button', { name: 'Plan routes' }).click();
    await tells('Planned. Couriers see their routes at once.');
  },
  /** Plans without somebody, who is on duty. */
  async leaveOut(courier: string) {
    await page.getByRole('switch').filter({ hasText: courier }).click();
    await page.getByRole('switch', { checked: false }).filter({ hasText: courier }).waitFor();
  },
  async giveRoute(from: string, to: string) {
    await page.getByRole('button', { expanded: false }).filter({ hasText: from }).click();
    await page.getByRole('heading', { name: `Route of ${from}` }).waitFor();
    await page.getByRole('button', { name: 'Change courier' }).click();
    await page.getByRole('dialog').getByRole('button').filter({ hasText: to }).click();
    await page.getByRole('heading', { name: `Route of ${to}` }).waitFor();
  },
});

export const liveCity = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/city/index'),
  async says(words: string | RegExp) {
    await shows(page, words);
  },
});
