import { z } from '#shared/contracts/zod';
import { type ProviderRefund } from '../paymentProvider';

/**
 * A refund, as it is answered and queried.
 * Documentation: pay.weixin.qq.com, 申请退款 (/doc/v3/merchant/4012791862), 查询单笔退款 (/doc/v3/merchant/4012791863).
 */
export const Refund = z.object({
  refund_id: z.string(),
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  /** Every state of a refund; one that WeChat Pay adds is not guessed at. */
  status: z.enum(['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL']),
  amount: z.object({ total: z.int(), refund: z.int(), currency: z.string() }),
});
export type Refund = z.infer<typeof Refund>;

/**
 * WeChat Pay's states in our words: the one place that knows them. A `CLOSED` refund gave its sum free, so that it can be asked for
 * again under another number. An `ABNORMAL` one keeps it: the account or card does not take the money, and whoever runs the shop says
 * at WeChat Pay where it shall go.
 */
export function outcomeOf({ status }: Pick<Refund, 'status'>): ProviderRefund['outcome'] {
  switch (status) {
    case 'PROCESSING':
      return { kind: 'pending' };
    case 'SUCCESS':
      return { kind: 'succeeded' };
    case 'CLOSED':
      return { kind: 'failed', failure: 'closed' };
    case 'ABNORMAL':
      return { kind: 'failed', failure: 'abnormal' };
  }
}
