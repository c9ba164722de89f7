import * as taro from '@tarojs/taro-h5';

export * from '@tarojs/taro-h5';

/** Pages scroll, come and go in Taro's own pages only; tests show parts of one. */
export const useReachBottom = (): void => undefined;
export const usePageScroll = (): void => undefined;
export const useDidShow = (): void => undefined;
export const useDidHide = (): void => undefined;
export const usePageNotFound = (): void => undefined;
export const useShareAppMessage = (): void => undefined;

let router: { readonly path: string; readonly params: Readonly<Record<string, string>> } = {
  path: '/pages/home/index',
  params: {},
};
/** The page that a test shows is opened at this address. */
export const arriveAt = (page: `/${string}`, params: Readonly<Record<string, string>> = {}): void => {
  router = { path: `${page}?stamp=1`, params };
};
export const useRouter = () => router;

/** What `import Taro from '@tarojs/taro'` gives in tests: in the H5 build a Babel plugin does the same name by name. */
export default { ...taro };
