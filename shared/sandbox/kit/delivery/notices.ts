import type { Table } from '../state/table';
import {
  createDeliveries,
  type Deliveries,
  type DeliveryOptions,
  type Message,
  type Sent,
} from './deliveries';
import { createPost, type Post, type Posted } from './post';

export type NoticeDeliveries<M extends Message, Forgery> = Deliveries<M> & {
  /** Sends a forged copy once and tells what it was answered. */
  forge: (notice: M, forgery: Forgery) => Promise<Posted>;
  /** So many of the next notices get lost on the way: they are never sent. */
  loseNext: (count: number) => void;
};

type Options<M extends Message, Forgery> = Pick<DeliveryOptions<M>, 'log' | 'what'> & {
  world: Pick<DeliveryOptions<M>, 'now'> & {
    store: DeliveryOptions<M>['store'] & { notice: Pick<Table<M, never>, 'get'> };
  };
  /** How long an answer may take. */
  answerMs?: number;
  /** The pauses after each attempt; after the last one it is given up. */
  retryPausesMs: readonly number[];
  /** Sends a notice as it is, or a forged copy of it. */
  send: (post: Post, notice: M, forgery?: Forgery) => Promise<Posted>;
  /** What an answer means. */
  judge: (answer: Posted) => Sent;
};

/** Sends a wallet's notices, each to the address that it names; they can be forged, and get lost. */
export function createNotices<M extends Message, Forgery>(
  options: Options<M, Forgery>,
): NoticeDeliveries<M, Forgery> {
  const { world, log, what, answerMs, retryPausesMs, send, judge } = options;
  const post = createPost(answerMs);
  let losses = 0;
  const deliveries = createDeliveries<M>({
    now: world.now,
    log,
    what,
    store: world.store,
    find: (id) => world.store.notice.get(id),
    isOpen: () => true,
    post,
    send: async (notice) => {
      if (losses > 0) {
        losses -= 1;
        return { status: 'lost', taken: true };
      }
      return judge(await send(post, notice));
    },
    pauseAfter: (_notice, attempt) => retryPausesMs[attempt - 1] ?? null,
  });
  return {
    ...deliveries,
    forge: (notice, forgery) => send(post, notice, forgery),
    loseNext: (count) => {
      losses = count;
    },
  };
}
