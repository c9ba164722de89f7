import { OrderId, PaymentId } from '#shared/contracts/ids';
import { type Log } from '#shared/kit/log/log';
import { numbersUpTo, writeRefundNumber } from './numbers';
import { type RefundCalls } from './refundCalls';
import { outcomeOf, type Refund } from './refunds';
import { type Trade } from './trades';

/** So often money that pays no order is sent back, where WeChat Pay gives the sum free each time. */
const tries = 5;

/**
 * Returns all money of a paid trade that belongs to no order. A refund that WeChat Pay closes is told of by a notice, which leads here
 * again; where it has none to give, somebody returned money by hand, which is left to them.
 */
export async function returnStray(calls: RefundCalls, trade: Trade, log: Log): Promise<void> {
  const { out_trade_no: intentId, amount, attach } = trade;
  const orderId = OrderId.safeParse(attach).data;
  const paymentId = PaymentId.safeParse(intentId).data;
  if (amount === undefined || orderId === undefined || paymentId === undefined) return;
  const at = await calls.standing(
    numbersUpTo(tries, (count) => writeRefundNumber({ kind: 'stray', orderId, paymentId, count })),
  );
  const { total } = amount;
  const told = at.refund ?? (await calls.ask({ number: at.number, intentId, fen: total, totalFen: total }));
  const failure = typeof told === 'string' ? told : failureOf(told);
  if (failure !== undefined)
    log.error(
      { orderId, intentId, failure },
      'money that pays no order was not returned: do it at WeChat Pay',
    );
}

function failureOf(refund: Refund): string | undefined {
  const outcome = outcomeOf(refund);
  return outcome.kind === 'failed' ? outcome.failure : undefined;
}
