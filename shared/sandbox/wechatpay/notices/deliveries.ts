import { createNotices, type NoticeDeliveries } from '../../kit/delivery/notices';
import type { SandboxLog } from '../../kit/log';
import type { NoticeRecord } from '../state/records';
import type { World } from '../world';
import { sendNotice, type Forgery } from './send';

export type Deliveries = NoticeDeliveries<NoticeRecord, Forgery>;

/** WeChat Pay waits five seconds for an answer. */
const ANSWER_MS = 5000;

/**
 * The pauses after each attempt, in seconds: a little more than a day altogether.
 * Documentation: pay.weixin.qq.com, 支付成功回调通知 › 回调处理机制 (/doc/v3/merchant/4012791861): 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h.
 */
export const documentedPauses = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
].map((seconds) => seconds * 1000);

type Options = { world: World; log: SandboxLog; retryPausesMs: readonly number[] };

/** Sends each notice to the address that its order or refund named, until it is answered by 200 or 204. */
export const createNoticeDeliveries = ({ world, log, retryPausesMs }: Options): Deliveries =>
  createNotices<NoticeRecord, Forgery>({
    world,
    log,
    what: "a notice of WeChat Pay's",
    answerMs: ANSWER_MS,
    retryPausesMs,
    send: (post, notice, forgery) => sendNotice(world, post, notice, forgery),
    judge: ({ status }) => ({ status, taken: status === 200 || status === 204 }),
  });
