import { anId } from '../../../tests/support/anId';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { depart } from '../domain/handover/journey';
import { type OrderIn } from '../domain/order';
import { flat, toOrder, type StoredOrder } from './orderModel';
import { bookedAs } from './orderBooking';
import { changeOf } from './orderUpdate';

const paid = { ...anOrder('paid'), note: 'Ring twice', onBehalfOf: { name: '赵', phone: '13900000001' } };
const at = new Date('2026-03-01T15:00:00.000Z');
const consolidated: OrderIn<'consolidated'> = {
  ...paid,
  status: 'consolidated',
  facts: { ...paid.facts, consolidationId: anId('con_1'), consolidatedAt: at },
};
const stored = (order: OrderIn<'paid' | 'consolidated'>): StoredOrder => ({
  _id: order.id,
  ...flat(order),
  outbox: [],
  attendAt: at,
  undecided: true,
  writtenBy: 'somebody',
});

test('an order lies flat in the database, as it always did, and is read as it was written', () => {
  const { _id, ...fields } = stored(paid);
  expect(fields).toMatchObject({ status: 'paid', paidAt: paid.facts.paidAt, payment: paid.facts.payment });
  expect(fields).not.toHaveProperty('facts');
  expect(fields).not.toHaveProperty('id');
  expect(toOrder({ _id, ...fields })).toEqual(paid);
  expect(toOrder(stored(consolidated))).toEqual(consolidated);
});

test('a write names what has changed, what the books add up, and nothing else', () => {
  const before = toOrder(stored(consolidated)) as typeof consolidated;
  const after = depart(before, at);
  expect(changeOf(before, after, [], undefined)).toEqual({
    filter: { _id: paid.id, version: paid.version },
    update: {
      $set: {
        ...{ status: 'in_transit', version: paid.version + 1, departedAt: at },
        booking: bookedAs(after),
      },
      $unset: {
        ...{
          attendAt: '',
          attendFailures: '',
          claimWaitingSince: '',
          refundFailedAt: '',
          undecided: '',
          unweighed: '',
        },
      },
    },
  });
});
