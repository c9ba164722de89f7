import Taro from '@tarojs/taro';
import { tabPages, type TabPage } from './routes';

type Query = Readonly<Record<string, string | number | undefined>>;

const addressOf = (page: `/${string}`, query: Query): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
};

/** Opens a page on top of this one: `openPage('/pages/offer/index', { offerId })`. */
export const openPage = (page: `/${string}`, query: Query = {}): void => {
  void Taro.navigateTo({ url: addressOf(page, query) });
};

/** Opens a page in place of this one, so that Back skips it. */
export const replacePage = (page: `/${string}`, query: Query = {}): void => {
  void Taro.redirectTo({ url: addressOf(page, query) });
};

/** Goes to one of the four main pages and forgets the pages in between. */
export const openTab = (tab: TabPage): void => {
  void Taro.switchTab({ url: tabPages[tab] });
};

/** Goes back; home when this page was opened directly. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('home');
};

/** Whether the page below this one is `/operator/…`, for `cameFrom('operator')`. */
export const cameFrom = (folder: string): boolean => {
  const below = Taro.getCurrentPages().at(-2)?.route ?? '';
  return below.replace(/^\//, '').startsWith(`${folder}/`);
};
