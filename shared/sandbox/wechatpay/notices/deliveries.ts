import { createDeliveries, type Deliveries as Sender } from '../../kit/delivery/deliveries';
import { createPost, type Posted } from '../../kit/delivery/post';
import type { SandboxLog } from '../../kit/log';
import type { NoticeRecord } from '../state/records';
import type { World } from '../world';
import { sendNotice, type Forgery } from './send';

export type Deliveries = Sender<NoticeRecord> & {
  /** Sends a forged copy once and tells what it was answered. */
  forge: (notice: NoticeRecord, forgery: Forgery) => Promise<Posted>;
  /** So many of the next notices get lost on the way: they are never sent. */
  loseNext: (count: number) => void;
};

const AT_ONCE = 16;
/** WeChat Pay waits five seconds for an answer. */
const ANSWER_MS = 5000;

/**
 * The pauses after each attempt, in seconds: a little more than a day altogether.
 * Documentation: pay.weixin.qq.com, 支付成功回调通知 › 回调处理机制 (/doc/v3/merchant/4012791861): 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h.
 */
export const documentedPauses = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
].map((seconds) => seconds * 1000);

type Options = { world: World; log: SandboxLog; retryPausesMs: readonly number[]; random: () => number };

/** Sends each notice to the address that its order or refund named, until it is answered by 200 or 204. */
export function createNoticeDeliveries({ world, log, retryPausesMs, random }: Options): Deliveries {
  const post = createPost(AT_ONCE, ANSWER_MS);
  let losses = 0;
  const sender = createDeliveries<NoticeRecord>({
    now: world.now,
    log,
    what: "a notice of WeChat Pay's",
    store: world.store,
    find: (id) => world.store.notice.get(id),
    isOpen: () => true,
    send: async (notice) => {
      if (losses > 0) {
        losses -= 1;
        return { status: 'lost', taken: true };
      }
      const { status } = await sendNotice(world, post, notice);
      return { status, taken: status === 200 || status === 204 };
    },
    pauseAfter: (_notice, attempt) => retryPausesMs[attempt - 1] ?? null,
    random,
  });
  return {
    ...sender,
    forge: (notice, forgery) => sendNotice(world, post, notice, forgery),
    loseNext: (count) => {
      losses = count;
    },
    close: async () => {
      await sender.close();
      post.close();
    },
  };
}
