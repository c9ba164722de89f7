import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { createPlatform } from './platform';
import { applyPatch, nodesIn, type ViewNode, wordsIn } from './view';

type Hooks = Record<string, ((...given: unknown[]) => unknown) | undefined>;
type Definition = Hooks & { readonly data?: Record<string, unknown>; readonly methods?: Hooks };
type PageInstance = Record<string, unknown> & {
  readonly data: Record<string, unknown>;
  readonly route: string;
};

/** What a browser has and a mini program has not: hidden, so that nothing leans on it. */
const hidden = 'window document self location navigator XMLHttpRequest WebSocket global frames fetch'.split(
  ' ',
);

export type Weapp = {
  /** Opens a page: `/pages/home/index?offerId=…`. */
  open(url: string): void;
  /** The page on top: its route, its words, its nodes. */
  route(): string;
  words(): string;
  nodes(): ViewNode[];
  tap(node: ViewNode): void;
  /** What the program keeps on the device. */
  readonly storage: Map<string, unknown>;
  /** Stops its clocks. */
  close(): void;
};

/** Runs the built WeChat output in `folder` against `gateway`, without WeChat: its code is real, its screen is a tree of nodes. */
export function launchWeapp(folder: string, gateway: string): Weapp {
  const stack: PageInstance[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  const loaded = new Map<string, { exports: unknown }>();
  const definitions = new Map<string, Definition>();
  let app: Hooks = {};
  let loading = '';

  const wx = createPlatform(gateway, {
    open: (url) => {
      open(url);
    },
    back: () => stack.pop(),
    reset: () => stack.splice(0),
  });
  const keep = (timer: NodeJS.Timeout) => {
    timers.add(timer);
    return timer;
  };
  const define = (definition: Definition) => definitions.set(loading, definition);
  const context = vm.createContext({
    console,
    setTimeout: (run: () => void, ms: number) => (closed ? undefined : keep(setTimeout(run, ms))),
    clearTimeout,
    setInterval: (run: () => void, ms: number) => keep(setInterval(run, ms)),
    clearInterval,
    queueMicrotask,
    wx,
    App: (hooks: Hooks) => (app = hooks),
    Page: define,
    Component: define,
    Behavior: (behaviour: unknown) => behaviour,
    getApp: () => app,
    getCurrentPages: () => stack,
  });

  function load(name: string): unknown {
    const file = path.posix.normalize(name).replace(/(\.js)?$/, '.js');
    const before = loaded.get(file);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const code = readFileSync(path.join(folder, file), 'utf8');
    const run = vm.compileFunction(code, ['require', 'module', 'exports', ...hidden], {
      parsingContext: context,
      filename: path.join(folder, file),
    });
    const outer = loading;
    loading = file.replace(/\.js$/, '');
    const require = (wanted: string) => load(path.posix.join(path.posix.dirname(file), wanted));
    (run as (...given: unknown[]) => unknown)(require, module, module.exports);
    loading = outer;
    return module.exports;
  }

  function open(url: string): void {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?');
    load(route);
    const definition = definitions.get(route);
    if (!definition) throw new Error(`${route} defines no page`);
    const data = structuredClone(definition.data ?? {});
    const instance: PageInstance = {
      ...definition,
      ...definition.methods,
      route,
      __route__: route,
      data,
      setData: (patch: Readonly<Record<string, unknown>>, then?: () => void) => {
        applyPatch(data, JSON.parse(JSON.stringify(patch)) as Record<string, unknown>);
        if (then) setTimeout(then, 0);
      },
    };
    const query = Object.fromEntries(new URLSearchParams(search));
    stack.push(instance);
    for (const [hook, given] of [['onLoad', query], ['onShow'], ['onReady']] as const)
      (instance[hook] as ((given?: unknown) => void) | undefined)?.call(instance, given);
  }

  const top = (): PageInstance => {
    const page = stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  };
  const root = () => (top().data['root'] ?? {}) as ViewNode;

  load('app.js');
  app['onLaunch']?.(wx.getLaunchOptionsSync());
  app['onShow']?.({});
  return {
    open,
    route: () => top().route,
    words: () => wordsIn(root()),
    nodes: () => nodesIn(root()),
    storage: wx.storage,
    close: () => {
      closed = true;
      timers.forEach(clearTimeout);
    },
    tap({ uid, sid }) {
      const target = { id: uid ?? sid, dataset: { sid } };
      const event = { type: 'tap', timeStamp: 0, target, currentTarget: target, detail: {}, mpEvent: 1 };
      (top()['eh'] as (event: unknown) => void)(event);
    },
  };
}
