import { type ProviderRefund, type RefundRef, type RefundRequest } from '../paymentProvider';
import { numbersUpTo, writeRefundNumber } from './numbers';
import { type RefundCalls } from './refundCalls';
import { outcomeOf, type Refund } from './refunds';
import { currency } from './trades';

type Attempt = Pick<RefundRef, 'orderId' | 'refundId' | 'attempt'>;

/** Gives money back, once. The first attempt asks at once; a later one looks first what became of those before it. */
export async function refundMoney(calls: RefundCalls, request: RefundRequest): Promise<ProviderRefund> {
  const { intentId, fen, paidFen: totalFen, attempt } = request;
  const numbers = numbersOf(request);
  const before = attempt === 1 ? { number: numbers[0] } : await calls.standing(numbers);
  const told = before.refund ?? (await calls.ask({ number: before.number, intentId, fen, totalFen }));
  if (typeof told === 'string') return failed(request, told);
  return isAsAsked(told, request) ? presented(request, told) : failed(request, 'another_refund');
}

export async function findRefund(calls: RefundCalls, ref: RefundRef): Promise<ProviderRefund> {
  const { refund } = await calls.standing(numbersOf(ref));
  return refund ? presented(ref, refund) : failed(ref, 'not_found');
}

/** A number for each attempt: its refund may stand under the one of an earlier attempt. */
const numbersOf = ({ orderId, refundId, attempt }: Attempt): [string, ...string[]] =>
  numbersUpTo(attempt, (count) => writeRefundNumber({ kind: 'refund', orderId, refundId, count }));

const isAsAsked = ({ out_trade_no: trade, amount }: Refund, { intentId, fen }: RefundRequest): boolean =>
  trade === intentId && amount.refund === fen && amount.currency === currency;

const presented = ({ refundId, attempt }: Attempt, refund: Refund): ProviderRefund => ({
  refundId,
  attempt,
  providerRefundId: refund.refund_id,
  outcome: outcomeOf(refund),
});

const failed = ({ refundId, attempt }: Attempt, failure: string): ProviderRefund => ({
  refundId,
  attempt,
  outcome: { kind: 'failed', failure },
});
