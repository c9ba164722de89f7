import { beijing } from '../../kit/beijing';
import { createNotices, type NoticeDeliveries } from '../../kit/delivery/notices';
import type { SandboxLog } from '../../kit/log';
import { withSign } from '../signing';
import type { NoticeRecord } from '../state/records';
import { time, type World } from '../world';

/** What is wrong with a notice: not signed by Alipay, or by Alipay but not about this merchant's trade (`content`). */
export const forgeries = ['signature', 'content'] as const;
export type Forgery = { as: (typeof forgeries)[number]; changes: Record<string, string> };

export type Deliveries = NoticeDeliveries<NoticeRecord, Forgery>;

/**
 * The pauses after each attempt: 25 hours altogether.
 * Documentation: opendocs.alipay.com, 异步通知说明 › 异步通知特性 (/open/204/105301): 4m,10m,10m,1h,2h,6h,15h.
 */
export const documentedPauses = [4, 10, 10, 60, 120, 360, 900].map((minutes) => minutes * 60_000);

type Options = { world: World; log: SandboxLog; retryPausesMs: readonly number[] };

/** Sends each notice as a signed form to the address that the order named, until the word `success` is answered. */
export const createNoticeDeliveries = ({ world, log, retryPausesMs }: Options): Deliveries =>
  createNotices<NoticeRecord, Forgery>({
    world,
    log,
    what: "a notice of Alipay's",
    retryPausesMs,
    send: (post, { url, fields }, forgery) => {
      const { alipay, app } = world.account;
      const signer = forgery?.as === 'signature' ? app : alipay;
      const all = { ...fields, ...forgery?.changes, notify_time: beijing.dateTime(time(world)) };
      const body = new URLSearchParams(withSign(all, signer.privateKey)).toString();
      return post.send(url, body, {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'user-agent': 'Mozilla/4.0',
      });
    },
    judge: ({ status, text }) => {
      const taken = status === 200 && text.trim() === 'success';
      return { status: status === 200 && !taken ? `200 without success` : status, taken };
    },
  });
