import { RefundId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type RefundRef } from '../paymentProvider';
import { Yuan } from './notation';

/**
 * Which refund it is: Alipay gives back once under one number, and wants one that failed asked for again under the same, so that nothing
 * goes back twice. So it is the same for all attempts.
 */
export const requestNumber = ({ refundId }: Pick<RefundRef, 'refundId'>): string => refundId;

/** The refund of that number; undefined for one that this program did not ask for. */
export const refundOf = (number: string): RefundId | undefined => RefundId.safeParse(number).data;

/**
 * What `alipay.trade.refund` answers. `Y`: the money went back by this call; `N`, or nothing: not by this one, or not yet.
 * Documentation: opendocs.alipay.com, alipay.trade.refund (/open/028sm9).
 */
export const RefundAnswer = z.object({ fund_change: z.enum(['Y', 'N']).default('N') });

/**
 * What `alipay.trade.fastpay.refund.query` answers: without a status and an amount there is no such refund, or it failed.
 * Documentation: opendocs.alipay.com, alipay.trade.fastpay.refund.query (/open/028sma).
 */
export const RefundQueryAnswer = z.object({
  refund_amount: Yuan.optional(),
  refund_status: z.string().optional(),
});

/** How a refund of `fen` stands by that answer: one of another sum is another one. States that Alipay adds are not settled yet. */
export function standingOf(
  { refund_amount: given, refund_status: status }: z.infer<typeof RefundQueryAnswer>,
  fen: number,
): 'none' | 'pending' | 'succeeded' {
  if (given !== undefined && given !== fen) return 'none';
  if (status === 'REFUND_SUCCESS') return 'succeeded';
  return status === undefined && given === undefined ? 'none' : 'pending';
}
