import fc from 'fast-check';
import { anId } from '../../../tests/support/anId';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { beginCapture, finishCapture } from './capture';
import { decideOrder } from './cutoff/decideOrder';
import { type Order, type OrderIn } from './order';
import { owedOfLine } from './owed';
import { addRefund, refundableOfLine, refundIdOf, endUncharged } from './refunds';
import { isUnusual, needsWeight, weigh, weighLines, type Weight } from './weighing';

const now = new Date('2026-03-02T01:00:00.000Z');

/** Apples, and two packs of pak choi of 500 g: ¥9.00 by nominal weight, authorised for ¥9.90. */
function undecided(): OrderIn<'consolidated'> {
  const paid = anOrder('paid');
  const facts = { ...paid.facts, consolidationId: anId('con_1'), consolidatedAt: now };
  return { ...paid, status: 'consolidated', facts };
}
const decided = (order = undecided()) =>
  decideOrder(order, { offers: new Map(), droppedSkus: new Set() }, now)!.order as OrderIn<'consolidated'>;
const [apples, pakChoi] = decided().lines.map(({ lineId }) => lineId);
const asked = (order: Order, ...weights: Weight[]) =>
  weighLines(order as OrderIn<'consolidated'>, weights, { bandPercent: 30, now });
const owed = (order: Order) => refundableOfLine(order, pakChoi!);
const grant = (order: Order, fen: number) =>
  addRefund(
    order,
    {
      refundId: refundIdOf(order, 'grant'),
      reason: 'granted_by_operator',
      lines: [{ lineId: pakChoi!, fen }],
      deliveryFeeFen: 0,
    },
    now,
  );
function captured(order: Order): OrderIn<'consolidated'> {
  const begun = beginCapture(order as OrderIn<'consolidated'>, now)!.order as OrderIn<'consolidated'>;
  const { payment } = begun.facts;
  const fen = payment.state === 'capturing' ? payment.captureFen : 0;
  return finishCapture(begun, { kind: 'captured', fen }, now) as OrderIn<'consolidated'>;
}

test('far from the nominal weight it is asked about again, and taken when it is confirmed', () => {
  const order = decided();
  for (const grams of [0, 2, 699, 1_301, 1_000_000]) {
    const { order: same, refused } = asked(order, { lineId: pakChoi!, grams });
    expect([grams, same === order, refused]).toEqual([
      grams,
      true,
      [{ lineId: pakChoi, code: 'WEIGHT_UNUSUAL' }],
    ]);
    const confirmed = asked(order, { lineId: pakChoi!, grams, confirmed: true });
    expect([grams, confirmed.refused]).toEqual([grams, []]);
  }
  for (const grams of [700, 1_000, 1_300])
    expect(asked(order, { lineId: pakChoi!, grams }).order.lines[1]).toMatchObject({
      finalWeightGrams: grams,
    });
  expect(isUnusual(order.lines[1]!, 1_000, 1)).toBe(false);
});

test('one weight that is refused does not stop the others, and all are one version', () => {
  const order = decided();
  const { order: after, refused } = asked(
    order,
    { lineId: apples!, grams: 500 },
    { lineId: pakChoi!, grams: 900 },
    { lineId: pakChoi!, grams: 5 },
  );
  expect(refused.map(({ code }) => code)).toEqual(['NOT_FOUND', 'WEIGHT_UNUSUAL']);
  expect([after.version, owed(after)]).toEqual([order.version + 1, 810]);
});

test('until the payment is taken a weight can be corrected both ways, whatever was granted and told before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      (weights, granted, told) => {
        let order: Order = granted === 0 ? decided() : grant(decided(), granted);
        for (const grams of weights) {
          order = weigh(order as OrderIn<'consolidated'>, pakChoi!, grams, now);
          if (told) order = endUncharged(order, now)?.order ?? order;
        }
        const fen = Math.min(990, Math.round((450 * weights.at(-1)!) / 500 + 1e-9));
        expect(owed(order)).toBe(Math.max(0, fen - granted));
      },
    ),
  );
});

test('what was charged can be corrected downwards only, and the difference goes back', () => {
  const taken = captured(weigh(decided(), pakChoi!, 900, now));
  expect(() => weigh(taken, pakChoi!, 901, now)).toThrow('charged by its weight');
  const corrected = weigh(weigh(taken, pakChoi!, 800, now), pakChoi!, 700, now);
  expect(owed(corrected)).toBe(630);
  const due = corrected.refunds.filter(({ status }) => status === 'due').map(({ fen }) => fen);
  expect(due).toEqual([90, 90]);
  expect(weigh(corrected, pakChoi!, 700, now)).toBe(corrected);
});

test('nothing came: the line leaves the order and is refunded, once', () => {
  const { order } = asked(decided(), { lineId: pakChoi!, grams: 0, confirmed: true });
  expect(order.lines[1]).toMatchObject({ allocated: 0, dropped: { reason: 'supplier_shortage', units: 2 } });
  expect([owed(order), owedOfLine(order, order.lines[1]!)]).toEqual([0, 0]);
  expect(order).toMatchObject({ outdatedLists: 'con_1', status: 'consolidated' });
  expect(asked(order, { lineId: pakChoi!, grams: 0, confirmed: true }).order).toBe(order);
});

test('a line that costs nothing any more needs no weight', () => {
  const order = decided();
  expect(needsWeight(order, order.lines[1]!)).toBe(true);
  const granted = grant(order, 990);
  expect(needsWeight(granted, granted.lines[1]!)).toBe(false);
  const weighed = asked(granted, { lineId: pakChoi!, grams: 950 });
  expect([weighed.refused, owed(weighed.order)]).toEqual([[], 0]);
});
