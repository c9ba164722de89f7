import { type FollowReply } from '#shared/contracts/realtime';
import { untilLoaded } from '@/platform/untilLoaded';
import { messageNames, topicKey, type ServerMessage, type Topic, type TopicListener } from './messages';
import { createVersions } from './versions';

/** The part of a Socket.IO client that is needed. */
export type RealtimeSocket = {
  readonly connected: boolean;
  /** Whether it is connected, or comes back by itself. */
  readonly active: boolean;
  connect: () => unknown;
  disconnect: () => unknown;
  on: (event: string, listener: (argument: never) => void) => unknown;
  emit: (event: string, argument: unknown, reply?: (result: never) => void) => unknown;
};

export type RealtimeDeps = {
  readonly open: () => Promise<RealtimeSocket>;
  /** Called with true while something followed may have changed unseen. */
  readonly onStale: (stale: boolean) => void;
  /** The token ran out: get a new one before the reconnect. */
  readonly renew: () => Promise<unknown>;
};

type Followed = { readonly topic: Topic; readonly listeners: Set<TopicListener>; fresh: boolean };

/** So long may a first connection or a short gap take before the screen says that it may be old. */
const patienceMs = 2500;
/** Before somebody whom the server sent away asks for a new token, so as not to storm it. */
const sentAwayMs = 2000;

/**
 * One live connection for all topics. Each topic is followed once however many listen; after a reconnect, a gap or a change of
 * account all are followed anew, so that every listener gets a snapshot before further news.
 */
export const createRealtime = ({ open, onStale, renew }: RealtimeDeps) => {
  const topics = new Map<string, Followed>();
  const versions = createVersions();
  let socket: RealtimeSocket | undefined;
  let opening: Promise<void> | undefined;
  let staleTimer: ReturnType<typeof setTimeout> | undefined;
  let returnTimer: ReturnType<typeof setTimeout> | undefined;

  const checkStale = () => {
    const waiting = [...topics.values()].some(({ fresh }) => !fresh);
    if (!waiting) {
      clearTimeout(staleTimer);
      staleTimer = undefined;
      onStale(false);
    } else staleTimer ??= setTimeout(() => onStale(true), patienceMs);
  };

  const follow = (followed: Followed, overtaken = false) => {
    followed.fresh = false;
    checkStale();
    if (!socket?.connected) return;
    socket.emit('follow', followed.topic, (reply: FollowReply) => {
      // A snapshot and news meet on their way: what is older than the news must not undo it.
      if (reply.ok && !versions.learn(reply.snapshot)) {
        if (!overtaken) {
          follow(followed, true);
          return;
        }
        // Older twice: the server itself went back, to a backup.
        versions.forget();
        versions.learn(reply.snapshot);
      }
      followed.fresh = true;
      if (reply.ok) {
        for (const { onSnapshot } of followed.listeners) onSnapshot?.(reply.snapshot);
      } else for (const { onRefused } of followed.listeners) onRefused?.(reply.code);
      checkStale();
    });
  };
  const followAll = () => {
    versions.forget();
    for (const followed of topics.values()) follow(followed);
  };

  const receive = (message: ServerMessage) => {
    if (message.name === 'signed_out') {
      void renew().then(reconnect, comeBack);
      return;
    }
    const judged = versions.judge(message);
    if (judged === 'old') return;
    for (const { listeners } of topics.values()) for (const { onMessage } of listeners) onMessage?.(message);
    if (judged === 'gap') followAll();
  };

  const start = async () => {
    const opened = await untilLoaded(open);
    opened.on('connect', followAll);
    opened.on('disconnect', () => {
      for (const followed of topics.values()) followed.fresh = false;
      checkStale();
      comeBack();
    });
    opened.on('connect_error', comeBack);
    for (const name of messageNames) opened.on(name, (message: never) => receive({ name, message }));
    socket = opened;
    opened.connect();
  };

  const reconnect = () => {
    socket?.disconnect();
    socket?.connect();
  };

  /** A server that ended the connection, or refused it, waits for another token: the client does not come back by itself then. */
  function comeBack(): void {
    if (socket?.active) return;
    returnTimer ??= setTimeout(() => {
      returnTimer = undefined;
      if (!socket?.active) void renew().then(reconnect, comeBack);
    }, sentAwayMs);
  }

  return {
    /** Listens to a topic until the returned function is called. */
    follow(topic: Topic, listener: TopicListener): () => void {
      const key = topicKey(topic);
      const followed = topics.get(key) ?? { topic, listeners: new Set<TopicListener>(), fresh: false };
      topics.set(key, followed);
      followed.listeners.add(listener);
      follow(followed);
      opening ??= start();
      return () => {
        followed.listeners.delete(listener);
        if (followed.listeners.size > 0) return;
        topics.delete(key);
        if (socket?.connected) socket.emit('unfollow', topic, () => undefined);
        checkStale();
      };
    },
    /** Sends a message without waiting; lost when there is no connection. */
    report(event: 'report_position', argument: unknown): boolean {
      if (!socket?.connected) return false;
      socket.emit(event, argument, () => undefined);
      return true;
    },
    /** After sleep: what was followed may have changed unseen. */
    resync: () => (socket?.connected ? followAll() : socket?.connect()),
    /** After signing in or out. */
    reconnect,
  };
};
