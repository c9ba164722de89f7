/** `npm run screenshots`: starts the product with a demo that has lived through an evening, and photographs the main pages of all roles. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser } from 'playwright-core';
import sharp from 'sharp';
import { buildApp } from '../services/start/appBuild';
import { launchBrowser } from './browser';
import { realTime } from './demo/actors/time';
import { startOwn } from './demo/system/ownStart';
import { findThings, type Found } from './tour/find';
import { tourPages } from './tour/pages';
import { type TourRole, tourRoles } from './tour/roles';
import { fillCart, type Look, showIn, signInAs, visit } from './tour/signIns';

const folder = resolve(__dirname, '../docs/screenshots');
const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 860 };
const onTheWay = { latitude: 30.272, longitude: 120.155 };
/** Enough for a drawing-like interface; a third of the size of full colour. */
const colours = 128;

const views = [
  { suffix: 'zh', look: { language: 'zh-CN', large: false }, viewport: phone },
  { suffix: 'en', look: { language: 'en', large: false }, viewport: phone },
  { suffix: 'zh-large', look: { language: 'zh-CN', large: true }, viewport: phone },
  { suffix: 'en-wide', look: { language: 'en', large: false }, viewport: wide },
  { suffix: 'zh-wide', look: { language: 'zh-CN', large: false }, viewport: wide },
] as const satisfies readonly {
  readonly suffix: string;
  readonly look: Look;
  readonly viewport: typeof phone;
}[];

/** Large type is for shoppers and leaders, a desktop for operators; everybody has a phone. */
const isWorthIt = (role: TourRole, suffix: string, name: string): boolean => {
  if (suffix.endsWith('wide')) return role === 'operator' || name === 'home' || name === 'today';
  if (suffix.endsWith('large')) return role !== 'operator';
  return true;
};

async function photograph(browser: Browser, url: string, found: Found, role: TourRole): Promise<void> {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'en',
    deviceScaleFactor: 1.5,
    permissions: ['geolocation'], // couriers share where they are
    geolocation: onTheWay,
  });
  const page = await context.newPage();
  await signInAs(page, url, role);
  if (role === 'shopper') await fillCart(page, url);
  for (const { suffix, look, viewport } of views) {
    await showIn(context, look);
    await page.setViewportSize(viewport);
    for (const { name, path } of tourPages(found)[role]) {
      if (!isWorthIt(role, suffix, name)) continue;
      await visit(page, url, path);
      await page.waitForLoadState('networkidle');
      const picture = await page.screenshot({ animations: 'disabled' });
      const file = `${role}-${name}-${suffix}.png`;
      await sharp(picture).png({ palette: true, colours, effort: 7 }).toFile(join(folder, file));
      console.log(file);
    }
  }
  await context.close();
}

/** Photographs a start that runs already (`--url`), or one that is made for it; all roles or one (`--role`). */
async function main(): Promise<void> {
  const { values: given } = parseArgs({ options: { url: { type: 'string' }, role: { type: 'string' } } });
  await mkdir(folder, { recursive: true });
  if (given.url !== undefined) {
    await photographAll(given.url, given.role);
    return;
  }
  if (!(await buildApp().done)) throw new Error('The app cannot be built: npm run build:h5 says why');
  const own = await startOwn(
    (line) => {
      console.log(line);
    },
    { life: true },
  );
  try {
    await photographAll(own.url, given.role);
  } finally {
    await own.stop();
  }
}

async function photographAll(url: string, only: string | undefined): Promise<void> {
  const found = await findThings({ url, retries: 2, time: realTime });
  const browser = await launchBrowser();
  try {
    for (const role of tourRoles)
      if (only === undefined || only === role) await photograph(browser, url, found, role);
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
