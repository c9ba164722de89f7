import { anId } from '../../../tests/support/anId';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { paidPart } from './payment';
import { attentionAt, isCaptureDue } from './attention';
import { decideOrder } from './cutoff/decideOrder';
import { type OrderIn } from './order';
import { weigh } from './weighing';

const hour = 3_600_000;
const paid = anOrder('paid');
const after = (hours: number) => new Date(paid.facts.paidAt.getTime() + hours * hour);
const consolidated: OrderIn<'consolidated'> = {
  ...paid,
  status: 'consolidated',
  facts: { ...paid.facts, consolidationId: anId('con_1'), consolidatedAt: after(5) },
};
const decided = decideOrder(consolidated, { offers: new Map(), droppedSkus: new Set() }, after(5))
  ?.order as OrderIn<'consolidated'>;
const weighedLine = decided.lines[1]?.lineId ?? decided.lines[0]!.lineId;

test('a card is captured when the last weight is known, not before', () => {
  expect(isCaptureDue(consolidated, after(5))).toBe(false);
  expect(isCaptureDue(decided, after(5))).toBe(false);
  expect(isCaptureDue(weigh(decided, weighedLine, 900, after(6)), after(6))).toBe(true);
});

test('a refund that no webhook tells of is looked for within two minutes, then less and less often, but every hour', () => {
  const { paidAt, payment } = paid.facts;
  const requestedAt = after(1);
  const order: OrderIn<'cancelled'> = {
    ...paid,
    status: 'cancelled',
    stock: { state: 'returned' },
    facts: {
      paidAt,
      cancelledAt: requestedAt,
      payment: {
        ...paidPart(payment),
        state: 'captured',
        capturedFen: payment.paidFen,
        capturedAt: paidAt,
      },
    },
    refunds: [
      {
        refundId: anId('ref_1'),
        reason: 'cancelled_by_shopper',
        lines: [],
        deliveryFeeFen: 0,
        fen: payment.paidFen,
        decidedAt: requestedAt,
        attempt: 1,
        status: 'pending',
        requestedAt,
        providerRefundId: 're_1',
      },
    ],
  };
  const pauses: number[] = [];
  let at = requestedAt;
  while (at < after(40)) {
    const next = attentionAt(order, at)!;
    pauses.push((next.getTime() - at.getTime()) / 60_000);
    at = next;
  }
  expect(pauses[0]).toBeLessThanOrEqual(2);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(pauses.at(-1)).toBe(60);
  expect(pauses.length).toBeLessThan(60);
});

test('an authorisation is taken before it lapses, whatever is known by then', () => {
  for (const order of [paid, decided]) {
    expect(attentionAt(order, after(6))).toEqual(after(6 * 24));
    expect(isCaptureDue(order, after(6 * 24 - 1))).toBe(false);
    expect(isCaptureDue(order, after(6 * 24))).toBe(true);
  }
});
