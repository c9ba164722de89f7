import fc from 'fast-check';
import { anId } from '../../../../tests/support/anId';
import { anOffer, offers } from '../../../../tests/support/orders/fakeCatalog';
import { anOrder } from '../../../../tests/support/orders/anOrder';
import { snapshot } from '../line';
import { type OrderIn } from '../order';
import { refundableOfLine } from '../refunds';
import { sumOf } from '../refund';
import { belowMinimum, outcomeOf, Tally } from './outcomes';
import { roundToCases } from './purchase';
import { decideOrder } from './decideOrder';
import { supersede } from './supersede';

const now = new Date('2026-03-01T15:00:01.000Z');
const consolidationId = anId('con_1');
const consolidated = (changes: Partial<OrderIn<'consolidated'>> = {}): OrderIn<'consolidated'> => ({
  ...anOrder('paid'),
  status: 'consolidated',
  facts: { ...anOrder('paid').facts, consolidationId, consolidatedAt: now },
  ...changes,
});

const buyer = (at: number, offer: ReturnType<typeof anOffer>, ordered: number) => ({
  accountId: anId(`acc_${at}`),
  recipient: { name: '王梅', phone: `1380000000${at}` },
  lines: [{ offer: snapshot(offer), allocated: ordered }],
});
const tallyOf = (offer: ReturnType<typeof anOffer>, quantities: readonly number[]) => {
  const tally = new Tally();
  quantities.forEach((ordered, at) => {
    tally.add(buyer(at, offer, ordered));
  });
  return tally.offers()[0]!;
};

describe('what cutoff decides', () => {
  test('a group forms when its shoppers or units reach the target', () => {
    expect(outcomeOf(tallyOf(offers.eggs, [1, 1]))).toMatchObject({ group: 'failed', shoppers: 2 });
    expect(outcomeOf(tallyOf(offers.eggs, [1, 1, 1]))).toMatchObject({ group: 'formed' });
    const byUnits = anOffer('off_units', { group: { kind: 'units', count: 5 } });
    expect(outcomeOf(tallyOf(byUnits, [5]))).toMatchObject({ group: 'formed' });
  });

  test('neighbours whom a leader ordered for count as people of their own', () => {
    const tally = new Tally();
    for (const phone of ['13900000001', '13900000002', '13900000001'])
      tally.add({ ...buyer(1, offers.eggs, 1), onBehalfOf: { name: '赵', phone } });
    expect(tally.offers()[0]).toMatchObject({ shoppers: 2, units: 3 });
  });

  test('a neighbour whom the leader ordered for and who ordered, too, is one person, in whatever order that came', () => {
    const [leader, neighbour] = [1, 2];
    const forPhone = (phone: string, offer = offers.eggs) => ({
      ...buyer(leader, offer, 1),
      onBehalfOf: { name: '王', phone },
    });
    const shoppersOf = (...orders: ReturnType<typeof buyer>[]) =>
      [orders, [...orders].reverse()].map((some) => {
        const tally = new Tally();
        for (const order of some) tally.add(order);
        return tally.offers().find(({ offer }) => offer.offerId === offers.eggs.offerId)!.shoppers;
      });
    const own = buyer(neighbour, offers.eggs, 1);
    expect(shoppersOf(forPhone('13800000002'), own)).toEqual([1, 1]);
    expect(shoppersOf(forPhone('13800000002'), own, buyer(leader, offers.eggs, 1))).toEqual([2, 2]);
    for (const phone of ['+86 138-0000-0002', '0086 13800000002', '１３８０００００００２'])
      expect(shoppersOf(forPhone(phone), own, forPhone('13800000002'))).toEqual([1, 1]);
    // Known by an order of other goods.
    const two = [forPhone('13800000002'), buyer(neighbour, offers.apples, 1)] as const;
    expect(shoppersOf(...two, forPhone('13800000003'))).toEqual([2, 2]);
    expect(shoppersOf(...two, buyer(3, offers.eggs, 1), own)).toEqual([2, 2]);
    // Two accounts with one number are two people still: a couple shares a phone.
    const couple = { ...buyer(4, offers.eggs, 1), recipient: own.recipient };
    expect(shoppersOf(own, couple)).toEqual([2, 2]);
    expect(shoppersOf(own, couple, forPhone('13800000002'))).toEqual([2, 2]);
  });

  test('everybody pays the cheapest tier that was reached, in whatever order they came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 }),
        (quantities) => {
          const offer = anOffer('off_t', {
            price: 1000,
            tiers: [
              [10, 900],
              [50, 800],
            ],
          });
          const units = quantities.reduce((a, b) => a + b, 0);
          const outcome = outcomeOf(tallyOf(offer, quantities));
          expect(outcome).toEqual(outcomeOf(tallyOf(offer, [...quantities].reverse())));
          expect(outcome.unitFen).toBe(units >= 50 ? 800 : units >= 10 ? 900 : 1000);
        },
      ),
    );
  });

  test('below a supplier’s minimum a Sku is dropped; nothing wanted needs no minimum', () => {
    const demand = (units: number) => ({
      skuId: anId('sku_1'),
      title: { zh: '一', en: 'one' },
      units,
      supplierMinimumUnits: 5,
    });
    expect(belowMinimum([demand(4)])).toHaveLength(1);
    expect(belowMinimum([demand(5)])).toHaveLength(0);
    expect(belowMinimum([demand(0)])).toHaveLength(0);
  });

  test('whole cases hold what was ordered, and less than one case more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 500 }),
        (units, caseUnits) => {
          const { cases, surplusUnits } = roundToCases(units, caseUnits);
          expect(cases * caseUnits).toBe(units + surplusUnits);
          expect(surplusUnits).toBeLessThan(caseUnits);
        },
      ),
    );
  });
});

describe('deciding about an order', () => {
  const outcomes = fc.record({
    applesFen: fc.integer({ min: 1, max: 1_200 }),
    pakChoiFen: fc.integer({ min: 1, max: 600 }),
    droppedApples: fc.boolean(),
    droppedPakChoi: fc.boolean(),
  });

  test('keeps every fen: what is charged is refunded or still owed, and never more than was paid', () => {
    fc.assert(
      fc.property(outcomes, ({ applesFen, pakChoiFen, droppedApples, droppedPakChoi }) => {
        const order = consolidated();
        const cut = {
          offers: new Map(
            [
              { ...outcomeOf(tallyOf(offers.apples, [1])), unitFen: applesFen },
              { ...outcomeOf(tallyOf(offers.pakChoi, [2])), unitFen: pakChoiFen },
            ].map((outcome) => [outcome.offerId, outcome]),
          ),
          droppedSkus: new Set([
            ...(droppedApples ? [offers.apples.skuId] : []),
            ...(droppedPakChoi ? [offers.pakChoi.skuId] : []),
          ]),
        };
        const { order: after } = decideOrder(order, cut, now)!;
        const owed = after.lines.reduce((sum, { lineId }) => sum + refundableOfLine(after, lineId), 0);
        expect(owed + sumOf(after.refunds)).toBe(order.amounts.totalFen);
        expect(owed).toBeGreaterThanOrEqual(0);
        expect(after.version).toBe(order.version + 1);
        expect(after.status).toBe(droppedApples && droppedPakChoi ? 'failed' : 'consolidated');
        expect(after.receipt).toMatchObject({
          outcome: after.status === 'failed' ? 'refunded' : 'consolidated',
        });
        if (!droppedApples && after.status === 'consolidated')
          expect(refundableOfLine(after, after.lines[0]!.lineId)).toBe(Math.min(990, applesFen));
        if (after.status === 'consolidated') expect(decideOrder(after, cut, now)).toBeUndefined();
      }),
    );
  });

  test('a line of a group that nobody counted is refunded', () => {
    const eggs = { ...anOrder('paid').lines[0]!, offer: snapshot(offers.eggs) };
    const { order } = decideOrder(
      consolidated({ lines: [eggs] }),
      { offers: new Map(), droppedSkus: new Set() },
      now,
    )!;
    expect(order).toMatchObject({
      status: 'failed',
      facts: { failedBecause: 'group_not_formed' },
    });
  });

  test('dropped lines give their stock back', () => {
    const cut = { offers: new Map(), droppedSkus: new Set([offers.apples.skuId]) };
    const { order } = decideOrder(consolidated(), cut, now)!;
    expect(order.stock).toEqual({ state: 'allocated', returning: ['l1'] });
    expect(order.lines[0]).toMatchObject({ allocated: 0, dropped: { reason: 'supplier_minimum', units: 1 } });
  });
});

describe('superseding', () => {
  const decided = () =>
    decideOrder(consolidated(), { offers: new Map(), droppedSkus: new Set() }, now)!
      .order as OrderIn<'consolidated'>;
  const next = 'con_2' as typeof consolidationId;

  test('moves the order, and refunds what the supplier cannot deliver', () => {
    const { order } = supersede(
      decided(),
      { consolidationId: next, droppedSkus: new Set([offers.apples.skuId]) },
      now,
    );
    expect(order).toMatchObject({
      facts: { consolidationId: next },
      receipt: { consolidationId: next },
      refunds: [{ reason: 'supplier_shortage', fen: 990 }],
    });
  });

  test('an order of which nothing is left fails', () => {
    const droppedSkus = new Set([offers.apples.skuId, offers.pakChoi.skuId]);
    const { order, events } = supersede(decided(), { consolidationId: next, droppedSkus }, now);
    expect(order).toMatchObject({ status: 'failed', receipt: { outcome: 'refunded' } });
    expect(events.map(({ type }) => type)).toEqual(['orders.failed.v1']);
  });
});
