import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { waitFor } from '../../../scripts/demo/actors/waiting';
import { type AllInOne } from '../allInOne';

export const phone = { width: 390, height: 844 };

export type WindowOptions = {
  /** `en` unless told: page objects know the English names. */
  readonly locale?: 'en' | 'zh-CN';
  /** Where the device is; without it, positions are refused. */
  readonly position?: { readonly lat: number; readonly lng: number };
};

/** Somebody's phone with the app open in it. */
export type AppWindow = {
  /** Whose it is: named when something fails. */
  readonly who: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in it: refused requests and errors of the page, oldest first. */
  readonly troubles: readonly string[];
  /** Waits until a toast says so. One that is gone again counts, too: on a busy machine they come and go unseen. */
  readonly tells: (words: string | RegExp) => Promise<void>;
  /** Opens a page of the app: `/pages/cart/index`. */
  readonly open: (path?: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How long a screen may take on a busy machine. */
const patienceMs = 60_000;
/** A window that does not close goes with its browser. */
const closingMs = 10_000;
/** Everything that a journey waits for has an end; what a browser itself never answers has this one. */
const journeyMs = 400_000;

/** Takes a phone out of the box: nothing is kept on it, nobody is signed in. */
export async function openWindow(
  browser: Browser,
  { url, time }: Pick<AllInOne, 'url' | 'time'>,
  { who, locale = 'en', position }: WindowOptions & { readonly who: string },
): Promise<AppWindow> {
  const context = await browser.newContext({
    viewport: phone,
    locale,
    // What it keeps would arrive at no moment of its own; the test of the site looks at it.
    serviceWorkers: 'block',
    ...(position
      ? { geolocation: { latitude: position.lat, longitude: position.lng }, permissions: ['geolocation'] }
      : {}),
  });
  context.setDefaultTimeout(patienceMs);
  // Like a phone that was put away and is taken out again: what was due meanwhile is done once.
  await context.clock.install({ time: time.now() });
  const forget = time.onPass((ms) => context.clock.fastForward(ms));
  const tells = await hearToasts(context);
  const page = await context.newPage();
  const troubles: string[] = [];
  const note = (words: string) => troubles.push(`${new Date().toISOString()} ${words}`);
  page.on('pageerror', ({ message }) => note(message));
  page.on('requestfailed', (request) => note(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400)
      note(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return {
    who,
    page,
    context,
    troubles,
    tells,
    async open(path = '/pages/home/index') {
      await page.goto(`${url}/#${path}`);
    },
    close() {
      forget();
      return closed(context);
    },
  };
}

/** Closes it; a browser sometimes never says that it has, which is no reason to wait for ever. */
export const closed = (one: Page | BrowserContext): Promise<void> =>
  Promise.race([one.close(), sleep(closingMs, undefined, { ref: false })]);

const toastObserver = `new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof Element) {
        const toast = node.matches('.lt-toast') ? node : node.querySelector('.lt-toast');
        if (toast) toastShown(toast.textContent);
      }
}).observe(document, { childList: true, subtree: true });`;

/** Writes down what toasts say, from now on. Each is waited for once. */
async function hearToasts(context: BrowserContext): Promise<AppWindow['tells']> {
  const said: string[] = [];
  let heard = 0;
  await context.exposeFunction('toastShown', (words: string) => said.push(words));
  await context.addInitScript(toastObserver);
  return async (words) => {
    const isMeant = (one: string) => (typeof words === 'string' ? one.includes(words) : words.test(one));
    const look = () => {
      const at = said.findIndex((one, index) => index >= heard && isMeant(one));
      return Promise.resolve(at < 0 ? undefined : at);
    };
    const patience = { seconds: patienceMs / 1000, everyMs: 50 };
    const at = await waitFor(`a toast with ${String(words)}`, look, patience).catch((cause: unknown) => {
      throw new Error(`No toast said ${String(words)}, but: ${said.slice(heard).join(' / ')}`, { cause });
    });
    heard = at + 1;
  };
}

/** Waits until the page on top says something; the pages below it keep their words, too. */
export const shows = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

/**
 * Does something in people's windows. When it fails, the error says what each window showed, and a picture of each is kept in a
 * folder that it names: of a run elsewhere only the words come back.
 */
export async function watched<T>(windows: readonly AppWindow[], does: () => Promise<T>): Promise<T> {
  try {
    return await Promise.race([does(), sleep(journeyMs, undefined, { ref: false }).then(neverEnded)]);
  } catch (error) {
    const folder = await mkdtemp(join(tmpdir(), 'lintuan-browser-'));
    const shown: string[] = [];
    for (const window of windows) shown.push(await evidenceOf(window, folder).catch(String));
    const words = error instanceof Error ? error.message : String(error);
    throw new Error([words, `Pictures of the windows: ${folder}`, ...shown].join('\n\n'), { cause: error });
  }
}

function neverEnded(): never {
  throw new Error(`It did not come to an end within ${journeyMs / 1000} s.`);
}

/** Enough to tell which page it was and what it said. */
const mostWords = 1_500;
const mostTroubles = 10;

async function evidenceOf({ who, page, troubles }: AppWindow, folder: string): Promise<string> {
  const words = await page.locator('body').innerText({ timeout: 5_000 });
  await page.screenshot({ path: join(folder, `${who}.png`), fullPage: true, timeout: 5_000 });
  const lines = words.replace(/\s*\n\s*/g, ' / ').slice(0, mostWords);
  return [`${who} at ${page.url()}`, lines, ...troubles.slice(-mostTroubles)].join('\n');
}
