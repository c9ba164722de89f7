import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { describeWith } from '../support/tools';

const root = resolve(__dirname, '../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 390, height: 844 };

type Violation = { id: string; impact: string | null; nodes: { html: string }[] };

/** Serious and critical findings of axe on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>('axe.run(document).then((result) => result.violations)');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describeWith('chromium')('the app in a real browser', () => {
  let product: AllInOne;
  let browser: Browser;

  beforeAll(async () => {
    const built = spawnSync('npm', ['run', '--silent', 'build:h5'], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The H5 site cannot be built: ${built.stdout}${built.stderr}`);
    product = await startAllInOne();
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  test.each([
    ['zh-CN', /[一-鿿]/],
    ['en', /Cart/],
  ])(
    'opens on a phone in %s with offers, and without errors or barriers',
    async (locale, words) => {
      const context = await browser.newContext({ viewport: phone, locale, deviceScaleFactor: 2 });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(product.url);
      await page.getByText(/¥|￥/).first().waitFor({ timeout: 30_000 });
      expect(await page.locator('body').innerText()).toMatch(words);
      expect(await violations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
