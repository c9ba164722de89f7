/** `npm run screenshots`: starts the product with its demo data and photographs the first pages into docs/screenshots. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser } from 'playwright-core';
import { buildApp } from '../services/start/appBuild';
import { startOwn } from './demo/system/ownStart';
import { launchBrowser } from './browser';

const folder = resolve(__dirname, '../docs/screenshots');
const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 860 };
const languages = [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const;

/** Pages that anybody can open, by the name that their picture gets. */
const pages = [
  { name: 'shopper-home', path: '/' },
  { name: 'shopper-search', path: '/#/pages/search/index' },
  { name: 'shopper-me', path: '/#/pages/me/index' },
];

type Look = { readonly viewport: typeof phone; readonly suffix: string };

async function photograph(browser: Browser, url: string, { viewport, suffix }: Look): Promise<void> {
  for (const [short, locale] of languages) {
    const context = await browser.newContext({ viewport, locale, deviceScaleFactor: 2 });
    const page = await context.newPage();
    for (const { name, path } of pages) {
      await page.goto(url + path);
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(folder, `${name}-${short}${suffix}.png`) });
      console.log(`${name}-${short}${suffix}.png`);
    }
    await context.close();
  }
}

async function main(): Promise<void> {
  if (!(await buildApp().done)) throw new Error('The app cannot be built: npm run build:h5 says why');
  await mkdir(folder, { recursive: true });
  const own = await startOwn((line) => {
    console.log(line);
  });
  const browser = await launchBrowser();
  try {
    await photograph(browser, own.url, { viewport: phone, suffix: '' });
    await photograph(browser, own.url, { viewport: wide, suffix: '-wide' });
  } finally {
    await browser.close();
    await own.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
