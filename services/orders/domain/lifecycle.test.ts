import { orderStatuses, type OrderStatus } from '#shared/contracts/events/orders';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { cancel, expire, pay } from './endings';
import { assertCan, can, type OrderAction, OrderActionNotAllowed, transitions } from './lifecycle';
import { type Order } from './order';

const actions = Object.keys(transitions) as OrderAction[];

test('every status can be reached', () => {
  const reached = new Set<OrderStatus>(['awaiting_payment']);
  for (const _round of actions)
    for (const action of actions)
      if (transitions[action].from.some((from) => reached.has(from))) reached.add(transitions[action].to);
  expect([...reached].sort()).toEqual([...orderStatuses].sort());
});

test('nothing leads out of an end, except money that came in for an expired order', () => {
  const out = (status: OrderStatus) => actions.filter((action) => can(action, status));
  expect([out('cancelled'), out('failed'), out('closed'), out('expired')]).toEqual([[], [], [], ['fail']]);
});

test('a wrong state is refused by name, and the refusal says what and where', () => {
  const order: Order = anOrder('paid');
  const refused = () => {
    assertCan('pay', order);
  };
  expect(refused).toThrow(OrderActionNotAllowed);
  expect(refused).toThrow('Cannot pay an order that is paid');
});

test('the compiler knows what an order in a state can do, and what is known of it', () => {
  const unpaid = anOrder('awaiting_payment');
  const paid = anOrder('paid');
  // @ts-expect-error a paid order does not expire
  expect(() => expire(paid, paid.placedAt)).toThrow(OrderActionNotAllowed);
  // @ts-expect-error an unpaid order has no payment
  expect(unpaid.facts.payment).toBeUndefined();
  expect(pay(unpaid, paid.facts.payment, unpaid.placedAt).status).toBe('paid');
  expect(cancel(paid, paid.placedAt).refunds).toMatchObject([{ fen: paid.amounts.totalFen, status: 'due' }]);
});
