import { createRealtime, type RealtimeSocket } from './realtime';
import { type Topic } from './messages';

const topic = { kind: 'order', orderId: 'ord_1' } as unknown as Topic;
const at = '2026-03-01T08:00:00.000Z';
const order = (version: number) => ({ orderId: 'ord_1', version, status: 'paid', changedAt: at });

/** A socket whose server is the test. */
const fakeSocket = () => {
  const listeners = new Map<string, (argument: never) => void>();
  const emitted: string[] = [];
  let version = 1;
  let connected = false;
  let active = true;
  let held: (() => void)[] | undefined;
  let connects = 0;
  const say = (event: string, argument?: unknown) => listeners.get(event)?.(argument as never);
  const socket: RealtimeSocket = {
    get connected() {
      return connected;
    },
    get active() {
      return active;
    },
    connect: () => (connects += 1),
    disconnect: () => undefined,
    on: (event, listener) => listeners.set(event, listener),
    emit: (event, _topic, reply) => {
      emitted.push(event);
      const snapshot = { kind: 'order', order: order(version) };
      const answer = () => reply?.({ ok: true, snapshot } as never);
      if (held) held.push(answer);
      else answer();
    },
  };
  return {
    socket,
    emitted,
    say,
    setVersion: (next: number) => (version = next),
    connects: () => connects,
    /** Answers are on their way until the returned function is called. */
    slowly: () => {
      const waiting = (held = []);
      return () => {
        held = undefined;
        for (const answer of waiting as (() => void)[]) answer();
      };
    },
    connect: () => {
      connected = true;
      say('connect');
    },
    drop: () => {
      connected = false;
      say('disconnect');
    },
    /** The server ends it, or does not let it in: a Socket.IO client does not come back from that by itself. */
    refuse: (how: 'disconnect' | 'connect_error') => {
      connected = false;
      active = false;
      say(how);
    },
  };
};

const setUp = async () => {
  const server = fakeSocket();
  const stale: boolean[] = [];
  const renew = jest.fn().mockResolvedValue(undefined);
  const realtime = createRealtime({
    open: () => Promise.resolve(server.socket),
    onStale: (now) => stale.push(now),
    renew,
  });
  const heard: string[] = [];
  const stop = realtime.follow(topic, {
    onSnapshot: (snapshot) => heard.push(`snapshot ${'order' in snapshot ? snapshot.order.version : ''}`),
    onMessage: ({ message }) => heard.push(`news ${'version' in message ? message.version : ''}`),
  });
  await jest.advanceTimersByTimeAsync(0);
  server.connect();
  return { server, realtime, heard, stale, stop, renew };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a topic begins with its snapshot; old news is dropped', async () => {
  const { server, heard } = await setUp();
  server.say('order_changed', order(1));
  server.say('order_changed', order(2));
  expect(heard).toEqual(['snapshot 1', 'news 2']);
});

test('a gap is told, then everything is asked anew', async () => {
  const { server, heard } = await setUp();
  server.setVersion(5);
  server.say('order_changed', order(4));
  expect(heard).toEqual(['snapshot 1', 'news 4', 'snapshot 5']);
});

test('what moves without a version is told in between, and is no gap', async () => {
  const { server, heard } = await setUp();
  for (let times = 0; times < 2; times += 1) server.say('etas_moved', { routeId: 'rou_1', etas: [] });
  server.say('order_changed', order(2));
  expect(heard).toEqual(['snapshot 1', 'news ', 'news ', 'news 2']);
});

test('after a break a topic is stale until its new snapshot', async () => {
  const { server, heard, stale } = await setUp();
  server.drop();
  jest.advanceTimersByTime(3000);
  expect(stale.at(-1)).toBe(true);
  server.setVersion(3);
  server.connect();
  expect(stale.at(-1)).toBe(false);
  expect(heard).toEqual(['snapshot 1', 'snapshot 3']);
});

test('coming back from sleep asks anew although the connection looks well', async () => {
  const { server, realtime, heard } = await setUp();
  server.setVersion(9);
  realtime.resync();
  expect(heard).toEqual(['snapshot 1', 'snapshot 9']);
});

test('what nobody listens to any more is not followed', async () => {
  const { server, stop, stale } = await setUp();
  stop();
  expect(server.emitted).toEqual(['follow', 'unfollow']);
  server.drop();
  jest.advanceTimersByTime(3000);
  expect(stale).not.toContain(true);
});

test('an expired token is renewed', async () => {
  const { server, renew } = await setUp();
  server.say('signed_out', { reason: 'expired' });
  expect(renew).toHaveBeenCalled();
});

test('a snapshot that was overtaken by news is not shown, but asked for once more', async () => {
  const { server, realtime, heard } = await setUp();
  const arrive = server.slowly();
  realtime.resync();
  server.setVersion(3);
  server.say('order_changed', order(2));
  server.say('order_changed', order(3));
  arrive();
  expect(heard).toEqual(['snapshot 1', 'news 2', 'news 3', 'snapshot 3']);
});

test('a server that went back to an earlier state is believed when it says so twice', async () => {
  const { server, realtime, heard } = await setUp();
  server.say('order_changed', order(2));
  const arrive = server.slowly();
  realtime.resync();
  server.say('order_changed', order(3));
  arrive();
  expect(heard).toEqual(['snapshot 1', 'news 2', 'news 3', 'snapshot 1']);
});

test.each(['disconnect', 'connect_error'] as const)(
  'where the server closed the door it comes back with a new token: %s',
  async (how) => {
    const { server, renew } = await setUp();
    const before = server.connects();
    renew.mockRejectedValueOnce(new Error('no signal'));
    server.refuse(how);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(renew).toHaveBeenCalledTimes(2);
    expect(server.connects()).toBe(before + 1);
  },
);

test('a token that could not be renewed is asked for until there is one', async () => {
  const { server, renew } = await setUp();
  const before = server.connects();
  renew.mockRejectedValueOnce(new Error('no signal'));
  server.say('signed_out', { reason: 'expired' });
  server.refuse('disconnect');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(server.connects()).toBe(before + 1);
});

test('what it connects with may come late: it is asked for again until it is there', async () => {
  const server = fakeSocket();
  const open = jest.fn(() => Promise.resolve(server.socket)).mockRejectedValueOnce(new Error('cut off'));
  const realtime = createRealtime({ open, onStale: () => undefined, renew: () => Promise.resolve() });
  const heard: unknown[] = [];
  realtime.follow(topic, { onSnapshot: (snapshot) => heard.push(snapshot) });
  await jest.advanceTimersByTimeAsync(10_000);
  server.connect();
  expect(open).toHaveBeenCalledTimes(2);
  expect(heard).toHaveLength(1);
});
