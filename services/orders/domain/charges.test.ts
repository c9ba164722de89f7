import { Refused } from '../../../shared/kit/domainError';
import { anId } from '../../../tests/support/anId';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { offers } from '../../../tests/support/orders/fakeCatalog';
import { chargeOf, chargeRefund, payerNamed } from './charges';
import { statementOf } from './moneyStatement';
import { type OrderWithPayment } from './order';
import { addRefund } from './refunds';

const now = new Date('2026-03-02T01:00:00.000Z');
const refundId = anId('ref_1') as never;

function refunded(): OrderWithPayment {
  const order = anOrder('paid', { wanted: [{ offer: offers.salmon, quantity: 3 }] });
  const [line] = order.lines;
  const wish = { refundId, reason: 'claim' as const, lines: [{ lineId: line!.lineId, fen: 500 }] };
  return addRefund(order, { ...wish, deliveryFeeFen: 0 }, now);
}
const charge = (payer: 'platform' | 'supplier', fen?: number) =>
  ({ payer, at: now, because: 'claim', ...(fen === undefined ? {} : { fen }) }) as const;

test('the last one named bears a refund; naming the same again changes nothing', () => {
  const first = chargeRefund(refunded(), refundId, charge('supplier'));
  expect(chargeOf(first.refunds[0]!)).toMatchObject({ payer: 'supplier', fen: 500 });
  expect(chargeRefund(first, refundId, charge('supplier'))).toBe(first);
  const second = chargeRefund(first, refundId, charge('platform'));
  expect(second.refunds[0]!.charges).toHaveLength(2);
  expect(second.version).toBe(first.version + 1);
});

test('nobody bears more than went back', () => {
  expect(() => chargeRefund(refunded(), refundId, charge('supplier', 501))).toThrow(
    new Refused('REFUND_TOO_LARGE'),
  );
  expect(() => chargeRefund(refunded(), anId('ref_9') as never, charge('supplier'))).toThrow();
});

test('a supplier is named by the goods, a courier only by name, a leader once the order was collected', () => {
  const order = refunded();
  const lineIds = order.lines.map(({ lineId }) => lineId);
  const { supplierId } = order.lines[0]!.offer;
  expect(payerNamed(order, lineIds, { payer: 'supplier' })).toEqual({ payer: 'supplier', supplierId });
  expect(() => payerNamed(order, [], { payer: 'supplier' })).toThrow(new Refused('PAYER_NOT_NAMED'));
  expect(() => payerNamed(order, lineIds, { payer: 'courier' })).toThrow(new Refused('PAYER_NOT_NAMED'));
  expect(() => payerNamed(order, lineIds, { payer: 'leader' })).toThrow(new Refused('PAYER_NOT_NAMED'));
  const accountId = anId('acc_7') as never;
  expect(payerNamed(order, lineIds, { payer: 'leader', accountId })).toEqual({ payer: 'leader', accountId });
});

test('what others are told of the money of an order says who bears a refund, and not who decided it', () => {
  const by = anId('acc_9') as never;
  const before = refunded();
  const order = {
    ...chargeRefund(before, refundId, { ...charge('supplier'), by }),
    facts: { ...before.facts, payment: { ...before.facts.payment, state: 'captured', capturedAt: now } },
  } as unknown as OrderWithPayment;
  const [told] = statementOf(order)!.refunds;
  expect(told!.charges).toEqual([
    { payer: 'supplier', amount: { amount: 500, currency: 'CNY' }, because: 'claim', at: now.toISOString() },
  ]);
});
