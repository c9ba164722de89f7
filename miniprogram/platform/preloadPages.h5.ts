/** The routes as Taro's H5 runtime keeps them; `load` begins to fetch a page's scripts and styles and gives the promise first. */
type Routes = readonly {
  readonly path: string;
  readonly load: (app: object, page: object) => readonly unknown[];
}[];
type Host = { readonly __taroAppConfig?: { readonly routes?: Routes } };

/** Fetches the pages whose path begins with `prefix` while there is a signal: where they are needed there may be none. */
export const preloadPages = (prefix: string): void => {
  for (const { path, load } of (window as Host).__taroAppConfig?.routes ?? [])
    if (path.startsWith(prefix)) Promise.resolve(load({}, {})[0]).catch(() => undefined);
};
