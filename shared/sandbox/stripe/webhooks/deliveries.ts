import { pause } from '../../../kit/clock';
import type { EventRecord } from '../state/records';
import type { SandboxLog } from '../../log';
import { seconds, type World } from '../world';
import { createPost } from './post';
import { signatureHeader } from './sign';

/** How events are sent; each setting may be on together with the others. */
export type DeliveryMode = {
  /** Every event is sent twice. */
  duplicate: boolean;
  /** Events are gathered for a moment and sent in any order. */
  shuffle: boolean;
  /** So long after they happened (milliseconds). */
  delayMs: number;
  /** Nothing is sent until this is off again. */
  hold: boolean;
};

type Attempt = { event: string; type: string; attempt: number; at: string; status: number | string };

export type Deliveries = {
  /** Looks for events to send; call it when some were committed. */
  nudge: () => void;
  deliverTo: (url: string | null) => void;
  url: () => string | null;
  mode: () => DeliveryMode;
  setMode: (mode: Partial<DeliveryMode>) => void;
  /** Sends an event again, whatever became of it. */
  resend: (event: EventRecord) => void;
  /** Events not yet acknowledged, and the newest attempts. */
  report: () => { pending: number; attempts: readonly Attempt[] };
  /** Stops sending; what is pending is kept for the next start. */
  close: () => Promise<void>;
};

export type DeliveryOptions = {
  world: World;
  secret: string;
  url: string | null;
  log: SandboxLog;
  /** The first pause between attempts (milliseconds); it doubles up to a minute. */
  firstRetryMs: number;
  random: () => number;
};

const AT_ONCE = 16;
const LONGEST_PAUSE_MS = 60_000;
const GIVE_UP_AFTER_S = 3 * 86_400;
const SHUFFLE_WINDOW_MS = 100;
const ATTEMPTS_REMEMBERED = 500;

type Job = { event: EventRecord; attempt: number };

/** Sends events to one address: signed, at least once, again and again for three days. */
export function createDeliveries({
  world,
  secret,
  log,
  firstRetryMs,
  random,
  ...given
}: DeliveryOptions): Deliveries {
  const { store } = world;
  const post = createPost(AT_ONCE);
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  const attempts: Attempt[] = [];
  const unfinished = new Set<string>();
  let { url } = given;
  let mode: DeliveryMode = { duplicate: false, shuffle: false, delayMs: 0, hold: false };
  const ready: Job[] = [];
  let cursor: string | undefined;

  for (const { id, state } of store.delivery.all()) {
    const event = store.event.get(id);
    if (state === 'pending' && event) enqueue(event);
    cursor = id;
  }

  function enqueue(event: EventRecord) {
    unfinished.add(event.id);
    const copies = mode.duplicate ? 2 : 1;
    const wait = mode.delayMs + (mode.shuffle ? random() * SHUFFLE_WINDOW_MS : 0);
    for (let copy = 0; copy < copies; copy += 1) later(wait, { event, attempt: 1 });
  }

  function later(ms: number, job: Job) {
    if (ms <= 0) return void ready.push(job);
    void pause(world.now, ms, { signal: closing.signal, ref: false }).then(() => {
      ready.push(job);
      work();
    });
  }

  function work() {
    while (!closing.signal.aborted && !mode.hold && url !== null && running.size < AT_ONCE) {
      const job = ready.shift();
      if (!job) return;
      const sending: Promise<void> = send(job, url).finally(() => {
        running.delete(sending);
        work();
      });
      running.add(sending);
    }
  }

  async function send({ event, attempt }: Job, to: string) {
    const headers = {
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signatureHeader(event.body, secret, Math.floor(world.now().getTime() / 1000)),
    };
    let status: number | string;
    try {
      status = await post.send(to, event.body, headers);
    } catch (error) {
      status = error instanceof Error ? error.message : 'failed';
    }
    attempts.push({ event: event.id, type: event.type, attempt, at: world.now().toISOString(), status });
    if (attempts.length > ATTEMPTS_REMEMBERED) attempts.shift();
    if (typeof status === 'number' && status >= 200 && status < 300) {
      finish(event, 'delivered');
      return;
    }
    if (closing.signal.aborted) return;
    if (seconds(world) - event.created > GIVE_UP_AFTER_S) {
      log.warn({ event: event.id, type: event.type, status }, 'gave up delivering a Stripe event');
      finish(event, 'given_up');
      return;
    }
    // A receiver that just stops or starts is no news; one that stays away is.
    if (attempt === 3)
      log.warn(
        { event: event.id, type: event.type, status },
        'a Stripe event was not taken; it is sent again',
      );
    later(Math.min(LONGEST_PAUSE_MS, firstRetryMs * 2 ** (attempt - 1)), { event, attempt: attempt + 1 });
  }

  /** Not awaited by anybody: when this line is lost the event is sent once more, which receivers must expect anyway. */
  function finish(event: EventRecord, state: 'delivered' | 'given_up') {
    unfinished.delete(event.id);
    if (store.delivery.get(event.id)?.state !== 'pending') return;
    store.put('delivery', { id: event.id, state });
    store.commit().catch((error: unknown) => {
      log.error({ err: error }, 'the sandbox could not note a delivery');
    });
  }

  return {
    nudge: () => {
      for (const { id, state } of store.delivery.oldestFirst(cursor)) {
        const event = store.event.get(id);
        if (state === 'pending' && event && !unfinished.has(id)) enqueue(event);
        cursor = id;
      }
      work();
    },
    deliverTo: (to) => {
      url = to;
      work();
    },
    url: () => url,
    mode: () => mode,
    setMode: (changes) => {
      mode = { ...mode, ...changes };
      work();
    },
    resend: (event) => {
      ready.push({ event, attempt: 1 });
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
