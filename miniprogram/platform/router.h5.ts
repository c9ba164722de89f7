import { createRouter as createTaroRouter } from '@tarojs/router/dist/index.js';
import { pageAwaited } from './awaitedPage';
import { isTabAddress } from './routes';

export * from '@tarojs/router/dist/index.js';

type Create = typeof createTaroRouter;
type History = Parameters<Create>[0];
type Config = Parameters<Create>[2];
/** What a route's `load` is at run time: it begins to fetch the page's scripts, and gives their promise first. */
type Load = (context: unknown, params: unknown) => readonly [scripts: unknown, ...unknown[]];
type Routes = readonly { readonly load: Load }[];

/** The router shows nothing of a page as long as it waits for it. */
const never = new Promise<never>(() => undefined);

const retryMs = 5_000;

/** Longer than Taro slides a page in or out and hides by a timer what lies below (300 ms after 50 ms). */
const slideMs = 450;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** There is a network again; when there seems to be one, a while has passed. */
const signal = (): Promise<void> =>
  new Promise((resolve) => {
    if (window.navigator.onLine) void after(retryMs).then(resolve);
    else window.addEventListener('online', () => resolve(), { once: true });
  });

/** What webpack throws when a script or its styles did not arrive. */
const isNotFetched = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' || ('code' in error && error.code === 'CSS_CHUNK_LOAD_FAILED'));

/** The first page, and a main page in place of another one, are there at once. */
const slides = (from: History['location'] | undefined, to: History['location']): boolean =>
  from !== undefined && !(isTabAddress(from.pathname) && isTabAddress(to.pathname));

/**
 * Taro's router, where the page opened last wins. Its own shows pages in the order in which their scripts arrive: on a slow
 * network, a page that was left while it loaded lays itself over the one that the person went to instead. And a page whose
 * scripts cannot be fetched, which Taro gives up without a word, opens as soon as they can; until then the address stays that of the page
 * that is shown. And a page waits until the one before it has slid in or out: Taro's timers know of one page only, and hide the
 * page that came meanwhile, so that nothing is left on the screen.
 */
export const createRouter: Create = (history, app, config, framework) => {
  let opened = 0;
  let shown: History['location'] | undefined;
  let still = Promise.resolve();

  /** Goes back to the page that is still shown. Gives how to open the other one after all, if there was a page before it. */
  const stay = (): (() => void) | undefined => {
    const { location: wanted } = history;
    const action: string = history.action;
    if (shown === undefined || action === 'POP') return undefined;
    if (action === 'PUSH') history.back();
    else history.replace(shown, shown.state);
    return () => (action === 'PUSH' ? history.push(wanted) : history.replace(wanted));
  };

  /** What is fetched; without a signal it says so and fetches `again`, for as long as somebody waits for it. */
  const fetched = async (scripts: unknown, again: () => unknown, mine: number): Promise<unknown> => {
    try {
      return await scripts;
    } catch (error) {
      if (!isNotFetched(error)) throw error;
    }
    if (mine !== opened) return never;
    pageAwaited();
    const open = stay();
    // The page that is shown is opened once more by going back to it; whatever is opened after that is another wish.
    const waiting = open === undefined ? mine : mine + 1;
    for (;;) {
      await signal();
      if (opened > waiting) return never;
      try {
        const page: unknown = await again();
        if (open !== undefined && opened <= waiting) open();
        return await (open === undefined ? Promise.resolve(page) : never);
      } catch (error) {
        if (!isNotFetched(error)) throw error;
      }
    }
  };

  const unlessLeft =
    (load: Load): Load =>
    (context, params) => {
      const mine = ++opened;
      const [scripts, ...rest] = load(context, params);
      const again = () => load(context, params)[0];
      const arrived = fetched(scripts, again, mine).then(async (page) => {
        await still;
        if (mine !== opened) return never;
        if (slides(shown, history.location)) still = after(slideMs);
        shown = history.location;
        return page;
      });
      return [arrived, ...rest];
    };
  const routes = (config.routes as unknown as Routes).map((route) => ({
    ...route,
    load: unlessLeft(route.load),
  }));
  return createTaroRouter(history, app, { ...config, routes } as unknown as Config, framework);
};
