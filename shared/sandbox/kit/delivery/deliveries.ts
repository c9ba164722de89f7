import { randomInt } from 'node:crypto';
import { pause, type Clock } from '../../../kit/clock';
import type { SandboxLog } from '../log';
import type { Table } from '../state/table';
import type { DeliveryRecord } from './outbox';
import { AT_ONCE, type Post } from './post';

/** How messages are sent; each setting may be on together with the others. */
export type DeliveryMode = {
  /** Every message is sent twice. */
  duplicate: boolean;
  /** Messages are gathered for a moment and sent in any order. */
  shuffle: boolean;
  /** So long after they happened (milliseconds). */
  delayMs: number;
  /** Nothing is sent until this is off again. */
  hold: boolean;
};

/** Something that happened and that somebody is told of. */
export type Message = { id: string; type: string };

/** What became of one attempt: what was answered, and whether that means that it was taken. */
export type Sent = { status: number | string; taken: boolean };

type Attempt = { event: string; type: string; attempt: number; at: string; status: number | string };

export type Deliveries<M extends Message> = {
  /** Looks for messages to send; call it when some were committed. */
  nudge: () => void;
  mode: () => DeliveryMode;
  setMode: (mode: Partial<DeliveryMode>) => void;
  /** Sends a message again, whatever became of it. */
  resend: (message: M) => void;
  /** Messages not yet acknowledged, and the newest attempts. */
  report: () => { pending: number; attempts: readonly Attempt[] };
  /** Stops sending; what is pending is kept for the next start. */
  close: () => Promise<void>;
};

export type DeliveryOptions<M extends Message> = {
  now: Clock;
  log: SandboxLog;
  /** What a message is called in the log: `a Stripe event`. */
  what: string;
  store: {
    delivery: Pick<Table<DeliveryRecord, never>, 'all' | 'get' | 'oldestFirst'>;
    put: (kind: 'delivery', row: DeliveryRecord) => void;
    commit: () => Promise<void>;
  };
  find: (id: string) => M | undefined;
  /** Whether there is somewhere to send to. */
  isOpen: () => boolean;
  /** What it is sent by; closed at the end. */
  post: Pick<Post, 'close'>;
  /** Sends it once; rejects when nothing was answered. */
  send: (message: M) => Promise<Sent>;
  /** How long to wait after this attempt, which failed (milliseconds); null gives up. */
  pauseAfter: (message: M, attempt: number) => number | null;
};

const SHUFFLE_WINDOW_MS = 100;
const ATTEMPTS_REMEMBERED = 500;
const LONGEST_TIMER_MS = 0x7fffffff;

type Job<M> = { message: M; attempt: number };

/** Sends messages at least once, and again and again as the provider does it. */
export function createDeliveries<M extends Message>(options: DeliveryOptions<M>): Deliveries<M> {
  const { now, log, what, store, find, isOpen, post, pauseAfter } = options;
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  const attempts: Attempt[] = [];
  const unfinished = new Set<string>();
  let mode: DeliveryMode = { duplicate: false, shuffle: false, delayMs: 0, hold: false };
  const ready: Job<M>[] = [];
  let cursor: string | undefined;

  for (const { id, state } of store.delivery.all()) {
    const message = find(id);
    if (state === 'pending' && message) enqueue(message);
    cursor = id;
  }

  function enqueue(message: M) {
    unfinished.add(message.id);
    const copies = mode.duplicate ? 2 : 1;
    const wait = mode.delayMs + (mode.shuffle ? randomInt(SHUFFLE_WINDOW_MS) : 0);
    for (let copy = 0; copy < copies; copy += 1) later(wait, { message, attempt: 1 });
  }

  function later(ms: number, job: Job<M>) {
    if (ms <= 0) return void ready.push(job);
    void pause(now, Math.min(ms, LONGEST_TIMER_MS), { signal: closing.signal, ref: false }).then(() => {
      ready.push(job);
      work();
    });
  }

  function work() {
    while (!closing.signal.aborted && !mode.hold && isOpen() && running.size < AT_ONCE) {
      const job = ready.shift();
      if (!job) return;
      const sending: Promise<void> = send(job).finally(() => {
        running.delete(sending);
        work();
      });
      running.add(sending);
    }
  }

  async function send({ message, attempt }: Job<M>) {
    const { id, type } = message;
    let sent: Sent;
    try {
      sent = await options.send(message);
    } catch (error) {
      sent = { status: error instanceof Error ? error.message : 'failed', taken: false };
    }
    const { status, taken } = sent;
    attempts.push({ event: id, type, attempt, at: now().toISOString(), status });
    if (attempts.length > ATTEMPTS_REMEMBERED) attempts.shift();
    if (taken) {
      finish(message, 'delivered');
      return;
    }
    if (closing.signal.aborted) return;
    const wait = pauseAfter(message, attempt);
    if (wait === null) {
      log.warn({ event: id, type, status }, `gave up delivering ${what}`);
      finish(message, 'given_up');
      return;
    }
    // A receiver that just stops or starts is no news; one that stays away is.
    if (attempt === 3) log.warn({ event: id, type, status }, `${what} was not taken; it is sent again`);
    later(wait, { message, attempt: attempt + 1 });
  }

  /** Not awaited by anybody: when this line is lost the message is sent once more, which receivers must expect anyway. */
  function finish({ id }: M, state: 'delivered' | 'given_up') {
    unfinished.delete(id);
    if (store.delivery.get(id)?.state !== 'pending') return;
    store.put('delivery', { id, state });
    store.commit().catch((error: unknown) => {
      log.error({ err: error }, 'the sandbox could not note a delivery');
    });
  }

  return {
    nudge: () => {
      for (const { id, state } of store.delivery.oldestFirst(cursor)) {
        const message = find(id);
        if (state === 'pending' && message && !unfinished.has(id)) enqueue(message);
        cursor = id;
      }
      work();
    },
    mode: () => mode,
    setMode: (changes) => {
      mode = { ...mode, ...changes };
      work();
    },
    resend: (message) => {
      ready.push({ message, attempt: 1 });
      work();
    },
    report: () => ({ pending: unfinished.size, attempts }),
    close: async () => {
      closing.abort();
      await Promise.allSettled(running);
      post.close();
    },
  };
}
