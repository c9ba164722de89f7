/** What a mini program hands to a platform function. */
type Options = {
  readonly url?: string;
  readonly method?: string;
  readonly header?: Record<string, string>;
  readonly data?: unknown;
  readonly success?: (result: unknown) => void;
  readonly fail?: (reason: unknown) => void;
  readonly complete?: (result: unknown) => void;
};
/** WeChat's own sheet: what `wx.requestPayment` comes to when it is closed, in WeChat's words. */
export type Wallet = (request: Readonly<Record<string, unknown>>) => Promise<{ readonly errMsg: string }>;
type Navigation = {
  readonly open: (url: string) => void;
  readonly back: () => void;
  readonly reset: () => void;
};

const phone = {
  SDKVersion: '3.8.0',
  platform: 'devtools',
  system: 'x',
  language: 'en',
  theme: 'light',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
};

const answer = (options: Options | undefined, result: unknown = {}) => {
  queueMicrotask(() => {
    options?.success?.(result);
    options?.complete?.(result);
  });
};
const done = (options?: Options) => {
  answer(options);
};
const nothing = () => undefined;

/** Sends a request of the mini program to the running gateway, whatever address it was built for. */
async function forward(gateway: string, options: Options): Promise<void> {
  const { pathname, search } = new URL(options.url ?? '', gateway);
  try {
    const reply = await fetch(`${gateway}${pathname}${search}`, {
      method: options.method ?? 'GET',
      headers: options.header ?? {},
      ...(typeof options.data === 'string' ? { body: options.data } : {}),
    });
    const text = await reply.text();
    const data: unknown = text === '' ? undefined : JSON.parse(text);
    answer(options, { statusCode: reply.status, data, header: Object.fromEntries(reply.headers) });
  } catch (error) {
    options.fail?.({ errMsg: String(error) });
  }
}

/** No news: sockets stay closed, so the program shows what it asked for. */
const closedSocket = () => ({
  onOpen: nothing,
  onClose: nothing,
  onError: nothing,
  onMessage: nothing,
  send: nothing,
  close: nothing,
});

/** Asks the wallet, which closes its sheet by a success or, when nothing was paid, by a failure. */
async function pay(wallet: Wallet, { success, fail, complete, ...request }: Options): Promise<void> {
  const result = await wallet(request);
  const tell = result.errMsg.endsWith(':ok') ? success : fail;
  tell?.(result);
  complete?.(result);
}

/** The part of WeChat's `wx` that Lintuan uses. */
export function createPlatform(gateway: string, navigation: Navigation, wallet: Wallet) {
  const storage = new Map<string, unknown>();
  const go = (options: Options) => {
    navigation.open(options.url ?? '');
    answer(options);
  };
  const reset = (options: Options) => {
    navigation.reset();
    go(options);
  };
  const info = () => phone;
  return {
    storage,
    getSystemInfoSync: info,
    getWindowInfo: info,
    getDeviceInfo: info,
    getAppBaseInfo: info,
    getSystemInfo: (options: Options) => {
      answer(options, phone);
    },
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({}),
    getMenuButtonBoundingClientRect: () => ({ top: 20, height: 32, width: 80 }),
    canIUse: () => true,
    nextTick: (then: () => void) => setTimeout(then, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getNetworkType: (options: Options) => {
      answer(options, { networkType: 'wifi' });
    },
    request: (options: Options) => {
      void forward(gateway, options);
      return { abort: nothing };
    },
    login: (options: Options) => {
      answer(options, { code: `sandbox:weapp-${Date.now()}:1` });
    },
    requestPayment: (options: Options) => {
      void pay(wallet, options);
    },
    connectSocket: closedSocket,
    navigateTo: go,
    redirectTo: (options: Options) => {
      navigation.back();
      go(options);
    },
    switchTab: reset,
    reLaunch: reset,
    navigateBack: (options: Options) => {
      navigation.back();
      answer(options);
    },
    createIntersectionObserver: () => ({
      relativeToViewport() {
        return this;
      },
      observe: (_selector: string, tell: (seen: unknown) => void) => {
        setTimeout(() => {
          tell({ intersectionRatio: 1, boundingClientRect: { height: 300 } });
        }, 0);
      },
      disconnect: nothing,
    }),
    setNavigationBarTitle: done,
    setTabBarItem: done,
    setTabBarBadge: done,
    removeTabBarBadge: done,
    onNetworkStatusChange: nothing,
    onAppShow: nothing,
    onAppHide: nothing,
    onError: nothing,
    onUnhandledRejection: nothing,
    onKeyboardHeightChange: nothing,
    onThemeChange: nothing,
  };
}
