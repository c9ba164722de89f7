import { createPlatform, type Wallet } from './platform';
import { programIn } from './program';
import { applyPatch, nodesIn, type ViewNode, wordsIn } from './view';

type PageInstance = Record<string, unknown> & {
  readonly data: Record<string, unknown>;
  readonly route: string;
};

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

/**
 * Runs the built WeChat output in `folder` against `gateway`, without WeChat: its code is real, its screen is a tree of nodes, and
 * `wallet` stands for the person and the sheet in which WeChat lets them pay.
 */
export function launchWeapp(folder: string, gateway: string, wallet: Wallet): Weapp {
  const stack: PageInstance[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const navigation = {
    open: (url: string) => {
      open(url);
    },
    back: () => stack.pop(),
    reset: () => stack.splice(0),
  };
  const wx = createPlatform(gateway, navigation, wallet);
  const keep = (timer: NodeJS.Timeout) => {
    timers.add(timer);
    return timer;
  };
  const program = programIn(folder, {
    setTimeout: (run: () => void, ms: number) => (closed ? undefined : keep(setTimeout(run, ms))),
    setInterval: (run: () => void, ms: number) => keep(setInterval(run, ms)),
    wx,
    getCurrentPages: () => stack,
  });

  function open(url: string): void {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?');
    program.load(route);
    const definition = program.definition(route);
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

  program.load('app');
  program.app()['onLaunch']?.(wx.getLaunchOptionsSync());
  program.app()['onShow']?.({});
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
