import { createRouter as createTaroRouter } from '@tarojs/router/dist/index.js';

export * from '@tarojs/router/dist/index.js';

type Create = typeof createTaroRouter;
type Config = Parameters<Create>[2];
/** What a route's `load` is at run time: it begins to fetch the page's scripts, and gives their promise first. */
type Load = (context: unknown, params: unknown) => readonly [scripts: unknown, ...unknown[]];
type Routes = readonly { readonly load: Load }[];

/** The router shows nothing of a page as long as it waits for it. */
const never = new Promise<never>(() => undefined);

/**
 * Taro's router, where the page opened last wins. Its own shows pages in the order in which their scripts arrive: on a slow
 * network, a page that was left while it loaded lays itself over the one that the person went to instead.
 */
export const createRouter: Create = (history, app, config, framework) => {
  let opened = 0;
  const unlessLeft =
    (load: Load): Load =>
    (context, params) => {
      const mine = ++opened;
      const [scripts, ...rest] = load(context, params);
      const arrived = Promise.resolve(scripts).then((page) => (mine === opened ? page : never));
      return [arrived, ...rest];
    };
  const routes = (config.routes as unknown as Routes).map((route) => ({
    ...route,
    load: unlessLeft(route.load),
  }));
  return createTaroRouter(history, app, { ...config, routes } as unknown as Config, framework);
};
