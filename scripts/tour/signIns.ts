import { type BrowserContext, type Page } from 'playwright-core';
import { people } from '../demo/day/places';
import { type TourRole } from './roles';

/** The sign-ins that `npm start` prints. */
export const demoSignIn = {
  shopper: '13800000001',
  leader: '13800000002',
  courier: '13800000003',
  operator: people.operator,
  code: people.code,
} as const;

export type Look = { readonly language: 'zh-CN' | 'en'; readonly large: boolean };

/** Signs in on the app's own page; the device's language is English. */
export async function signInAs(page: Page, url: string, role: TourRole): Promise<void> {
  await page.goto(`${url}/#/pages/sign-in/index${role === 'operator' ? '?as=staff' : ''}`);
  if (role === 'operator') {
    await page.getByRole('textbox', { name: 'User name' }).fill(demoSignIn.operator.username);
    await page.getByRole('textbox', { name: 'Password' }).fill(demoSignIn.operator.password);
  } else {
    await page.getByRole('textbox', { name: 'Phone number' }).fill(demoSignIn[role]);
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(demoSignIn.code);
  }
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page
    .getByText(/^Welcome back,/)
    .filter({ visible: true })
    .first()
    .waitFor();
}

/** Puts two things into the cart, as they stand on the first screen. */
export async function fillCart(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/pages/home/index`);
  const more = page.getByRole('button', { name: /^One .* more$/ }).filter({ visible: true });
  for (const at of [0, 1]) await more.nth(at).click();
}

/** From the next page on, everything in this context is shown in another language or size. */
export async function showIn(context: BrowserContext, { language, large }: Look): Promise<void> {
  await context.addInitScript(
    `if (location.protocol.startsWith('http')) {
      localStorage.setItem('lintuan:language:1', JSON.stringify('${language}'));
      localStorage.setItem('lintuan:large-type:1', '${large}');
    }`,
  );
}

/** Opens a page of the app anew and waits until it shows what it has to show. */
export async function visit(page: Page, url: string, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}/#${path}`);
  await page.locator('main').filter({ visible: true }).first().waitFor();
  await page.locator('.lt-skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' });
}
