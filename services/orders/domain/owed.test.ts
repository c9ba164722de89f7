import fc from 'fast-check';
import { anId } from '../../../tests/support/anId';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { offers } from '../../../tests/support/orders/fakeCatalog';
import { fullReading } from '../../../tests/support/orders/fullReading';
import { booksOf, noFaults } from './books';
import { decideOrder } from './cutoff/decideOrder';
import { receive } from './handover/receive';
import { type Order, type OrderIn } from './order';
import { owedOfLine, priceOfLine } from './owed';
import { type RefundedLine } from './refund';
import { addRefund, refundableOfLine, refundIdOf } from './refunds';
import { weigh } from './weighing';

const now = new Date('2026-03-02T01:00:00.000Z');
const wanted = [
  { offer: offers.salmon, quantity: 3 },
  { offer: offers.pakChoi, quantity: 3 },
];

function consolidated(): OrderIn<'consolidated'> {
  const paid = anOrder('paid', { wanted });
  const facts = { ...paid.facts, consolidationId: anId('con_1'), consolidatedAt: now };
  return { ...paid, status: 'consolidated', facts };
}
const [salmon, pakChoi] = consolidated().lines.map(({ lineId }) => lineId);

/** What happens to the order's goods, one thing after another. */
type Story = { tierFen: number; grams: number; weighed: boolean; salmonThere: number; pakChoiThere: number };
const stepsOf = ({ tierFen, grams, weighed, salmonThere, pakChoiThere }: Story) => [
  (order: Order) => {
    const offerId = offers.salmon.offerId;
    const outcome = { offerId, unitFen: tierFen, shoppers: 1, units: 3 };
    const outcomes = { offers: new Map([[offerId, outcome]]), droppedSkus: new Set<never>() };
    return decideOrder(order as OrderIn<'consolidated'>, outcomes, now)!.order;
  },
  (order: Order) => (weighed ? weigh(order as OrderIn<'consolidated'>, pakChoi!, grams, now) : order),
  (order: Order) => {
    const there = new Map([
      [salmon!, salmonThere],
      [pakChoi!, pakChoiThere],
    ]);
    return receive(order as OrderIn<'consolidated'>, there, now).order;
  },
];

const grant = (order: Order, line: RefundedLine, cause: string): Order =>
  addRefund(
    order,
    { refundId: refundIdOf(order, cause), reason: 'granted_by_operator', lines: [line], deliveryFeeFen: 0 },
    now,
  );
const left = (order: Order) => order.lines.map(({ lineId }) => refundableOfLine(order, lineId));

/** Why the books of a cycle with these orders do not hold. */
function wrongIn(...orders: Order[]): string[] {
  const { checks } = booksOf(fullReading(orders), noFaults, false);
  return checks.filter(({ holds }) => !holds).map(({ name }) => name);
}

const stories = fc.record<Story>({
  tierFen: fc.constantFrom(5900, 4900),
  grams: fc.integer({ min: 1, max: 3_000 }),
  weighed: fc.boolean(),
  salmonThere: fc.integer({ min: 0, max: 3 }),
  pakChoiThere: fc.integer({ min: 0, max: 3 }),
});

test('one yuan of goodwill lowers a line of nine yuan to eight, before it was weighed and after', () => {
  const order = { ...anOrder('paid'), status: 'consolidated' } as unknown as OrderIn<'consolidated'>;
  const line = order.lines[1]!.lineId;
  const grantOne = (before: Order) => grant(before, { lineId: line, fen: 100 }, 'goodwill');
  const before = weigh(grantOne(order) as typeof order, line, 1_000, now);
  const after = grantOne(weigh(order, line, 1_000, now));
  expect([refundableOfLine(before, line), refundableOfLine(after, line)]).toEqual([800, 800]);
});

test('goodwill costs the same whenever it is granted, and every line owes its price less what was granted', () => {
  fc.assert(
    fc.property(
      stories,
      fc.array(fc.record({ part: fc.nat({ max: 100 }), at: fc.nat({ max: 3 }), first: fc.boolean() }), {
        maxLength: 3,
      }),
      (story, grants) => {
        const steps = stepsOf(story);
        const plain = steps.reduce<Order>((order, step) => step(order), consolidated());
        fc.pre(plain.status !== 'failed');
        // So much that it could also be granted at the end.
        const amounts = grants.map(({ part, first }) => {
          const fen = Math.floor(((left(plain)[first ? 0 : 1] ?? 0) * part) / 100 / grants.length);
          return { lineId: first ? salmon! : pakChoi!, fen };
        });
        const tell = (placeOf: (index: number) => number) => {
          let order: Order = consolidated();
          for (let place = 0; place <= steps.length; place += 1) {
            grants.forEach((_, index) => {
              if (placeOf(index) === place) order = grant(order, amounts[index]!, `grant ${index}`);
            });
            order = steps[place]?.(order) ?? order;
            expect(wrongIn(order)).toEqual([]);
          }
          return order;
        };
        const orders = [tell((index) => grants[index]!.at), tell(() => 0), tell(() => steps.length)];
        const granted = (lineId: string) =>
          amounts.filter((one) => one.lineId === lineId).reduce((sum, { fen }) => sum + fen, 0);
        for (const order of orders) {
          expect(left(order)).toEqual(plain.lines.map((line) => priceOfLine(line) - granted(line.lineId)));
          expect(left(order)).toEqual(order.lines.map((line) => owedOfLine(order, line)));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the books see one line that owes too much, also where another owes too little', () => {
  const story = { tierFen: 5900, grams: 1_500, weighed: true, salmonThere: 3, pakChoiThere: 3 };
  const good = stepsOf(story).reduce<Order>((order, step) => step(order), consolidated());
  expect(wrongIn(good, grant(good, { lineId: salmon!, fen: 100 }, 'goodwill'))).toEqual([]);
  const moved = (from: number, to: number): Order => ({
    ...good,
    lines: good.lines.map((line, at) => ({
      ...line,
      price: {
        ...line.price,
        chargedFen: line.price.chargedFen + (at === from ? -90 : 0) + (at === to ? 90 : 0),
      },
    })),
  });
  expect(wrongIn(moved(0, 1))).toEqual(['every_line_owes_its_price']);
  // Goodwill that the weight's refund took the place of.
  const eaten: Order = {
    ...good,
    refunds: good.refunds.map((refund) =>
      refund.reason === 'weight_difference' ? { ...refund, reason: 'granted_by_operator' } : refund,
    ),
  };
  expect(wrongIn(eaten)).toContain('every_line_owes_its_price');
});
