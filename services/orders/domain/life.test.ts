import fc from 'fast-check';
import { DomainError } from '#shared/kit/domainError';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { beginCapture, finishCapture } from './capture';
import { cancel, expire, fail, pay } from './endings';
import { can, type OrderAction, transitions } from './lifecycle';
import { hasPayment, type Order } from './order';
import { type Payment } from './payment';
import { sumOf } from './refund';
import { addRefund, refundIdOf, endUncharged, updateRefund } from './refunds';

const start = {
  ...anOrder('awaiting_payment'),
  note: 'Ring twice',
  onBehalfOf: { name: '赵', phone: '13900000001' },
  /** A field that is new tomorrow. */
  newField: 'kept',
};
/** What an order has whatever happens to it. */
const { version: _v, status: _s, facts: _f, attempts: _a, refunds: _r, stock: _k, ...placed } = start;
const card: Payment = anOrder('paid').facts.payment;
const minutes = (count: number) => new Date(start.placedAt.getTime() + count * 60_000);

type Step = {
  readonly name: string;
  readonly action?: OrderAction;
  run(order: Order, now: Date): Order | undefined;
};

const steps: Step[] = [
  {
    name: 'pay',
    action: 'pay',
    run: (order, now) => (order.status === 'awaiting_payment' ? pay(order, card, now) : undefined),
  },
  {
    name: 'expire',
    action: 'expire',
    run: (order, now) => (order.status === 'awaiting_payment' ? expire(order, now) : undefined),
  },
  { name: 'cancel', action: 'cancel', run: cancel },
  {
    name: 'fail',
    action: 'fail',
    run: (order, now) => (order.status === 'paid' ? fail(order, 'group_not_formed', now) : undefined),
  },
  { name: 'capture', run: (order, now) => (hasPayment(order) ? beginCapture(order, now)?.order : undefined) },
  {
    name: 'captured',
    run: (order, now) =>
      hasPayment(order) && order.facts.payment.state === 'capturing'
        ? finishCapture(
            order,
            order.facts.payment.captureFen === 0
              ? { kind: 'released' }
              : { kind: 'captured', fen: order.facts.payment.captureFen },
            now,
          )
        : undefined,
  },
  {
    name: 'end uncharged',
    run: (order, now) =>
      hasPayment(order) && order.facts.payment.state === 'authorised'
        ? endUncharged(order, now)?.order
        : undefined,
  },
  {
    name: 'return',
    run: (order, now) => {
      const due = order.refunds.find(({ status }) => status === 'due');
      if (!due || !hasPayment(order) || order.facts.payment.state !== 'captured') return undefined;
      return updateRefund(order, due.refundId, (refund) => ({
        ...refund,
        status: 'succeeded',
        way: 'returned',
        settledAt: now,
        providerRefundId: 're_1',
      }))?.order;
    },
  },
  ...['l1', 'l2'].flatMap((lineId) =>
    [1, 300].map((fen): Step => ({
      name: `refund ${lineId} ${fen}`,
      run: (order, now) =>
        hasPayment(order)
          ? addRefund(
              order,
              {
                refundId: refundIdOf(order, `${lineId}:${order.version}`),
                reason: 'granted_by_operator',
                lines: [{ lineId: lineId as never, fen }],
                deliveryFeeFen: 0,
              },
              now,
            )
          : undefined,
    })),
  ),
];

test('whatever happens in whatever order: the table is kept, and the money adds up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: 0, max: 400 }), step: fc.constantFrom(...steps) }), {
        maxLength: 30,
      }),
      (life) => {
        let order: Order = start;
        for (const { at, step } of life) {
          const next = attempt(step, order, minutes(at));
          if (!next) continue;
          if (next !== order) expect(next.version).toBe(order.version + 1);
          if (next.status !== order.status) expect(isLawful(step.action, order, next)).toBe(true);
          expect(next).toMatchObject(placed);
          expectMoneyToAddUp(next);
          order = next;
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

/** The next order, or nothing where the step was refused – which only a refusal with a name may do. */
function attempt(step: Step, order: Order, now: Date): Order | undefined {
  try {
    return step.run(order, now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return undefined;
  }
}

const isLawful = (action: OrderAction | undefined, before: Order, after: Order): boolean =>
  action !== undefined && can(action, before.status) && transitions[action].to === after.status;

function expectMoneyToAddUp(order: Order): void {
  if (!hasPayment(order)) {
    expect(order.refunds).toEqual([]);
    return;
  }
  const { refunds, amounts, facts } = order;
  const { payment } = facts;
  const notCharged = sumOf(
    refunds.filter((refund) => refund.status === 'succeeded' && refund.way === 'not_charged'),
  );
  const returned = sumOf(
    refunds.filter((refund) => refund.status === 'succeeded' && refund.way === 'returned'),
  );
  expect(sumOf(refunds)).toBeLessThanOrEqual(amounts.totalFen);
  if (payment.state === 'captured') {
    expect(payment.capturedFen).toBe(amounts.totalFen - notCharged);
    expect(returned).toBeLessThanOrEqual(payment.capturedFen);
  }
  if (payment.state === 'authorised') expect(returned).toBe(0);
  if (order.status === 'cancelled' || order.status === 'failed')
    expect(sumOf(refunds)).toBe(amounts.totalFen);
}
