import fc from 'fast-check';
import { defaultCityRules } from '#shared/contracts/cityRules';
import { OrderId } from '#shared/contracts/ids';
import { anId } from '../../../../tests/support/anId';
import { anOrder } from '../../../../tests/support/orders/anOrder';
import { statementOf } from '../moneyStatement';
import { type OrderIn } from '../order';
import { paidPart } from '../payment';
import { refundableOfLine } from '../refunds';
import { sumOf } from '../refund';
import { decideOrder } from '../cutoff/decideOrder';
import { weigh } from '../weighing';
import { close, collect, depart, giveUp } from './journey';
import { chargeDisputed } from './dispute';
import { receive } from './receive';
import { shareOut, type Sharer } from './shortage';

const now = new Date('2026-03-02T01:00:00.000Z');
const leader = anId('acc_leader001');

function decided(): OrderIn<'consolidated'> {
  const consolidated: OrderIn<'consolidated'> = {
    ...anOrder('paid'),
    status: 'consolidated',
    facts: { ...anOrder('paid').facts, consolidationId: anId('con_1'), consolidatedAt: now },
  };
  return decideOrder(consolidated, { offers: new Map(), droppedSkus: new Set() }, now)!
    .order as typeof consolidated;
}
const [apples, pakChoi] = decided().lines.map(({ lineId }) => lineId);
const all = new Map([
  [apples!, 1],
  [pakChoi!, 2],
]);
const ready = () => receive(depart(decided(), now), all, now).order as OrderIn<'ready'>;
const collection = {
  redemptionId: anId('red_1'),
  collectedAt: now,
  leaderAccountId: leader,
  rules: defaultCityRules,
};
const owedFen = (order: OrderIn<OrderIn<'paid'>['status'] | 'ready' | 'consolidated' | 'failed'>) =>
  order.lines.reduce((sum, { lineId }) => sum + refundableOfLine(order, lineId), 0);

describe('who bears a shortage', () => {
  const short = receive(depart(decided(), now), new Map([[apples!, 0]]), now).order;
  const some = receive(
    depart(decided(), now),
    new Map([
      [apples!, 0],
      [pakChoi!, 1],
    ]),
    now,
  ).order;
  const skuOf = (at: number) => decided().lines[at]!.offer.skuId;
  const decision = (at: number, payer: 'courier' | 'leader', minutes = 0) => ({
    ...{ skuId: skuOf(at), payer, decidedBy: anId<'acc'>('acc_operator') },
    payerAccountId: payer === 'courier' ? anId<'acc'>('acc_courier01') : leader,
    decidedAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
  });
  const charged = ({ refunds }: typeof some) =>
    refunds
      .filter(({ reason }) => reason === 'shortage_at_handover')
      .map(({ charges = [] }) => charges.map(({ payer, fen }) => ({ payer, fen })));

  test('is decided by Sku: each line went back by itself, and the latest decision counts in whatever order they come', () => {
    const both = some.refunds.filter(({ reason }) => reason === 'shortage_at_handover');
    expect(both.map(({ lines }) => lines.map(({ lineId }) => lineId))).toEqual([[apples], [pakChoi]]);
    const once = chargeDisputed(some, decision(0, 'courier'));
    expect(charged(once)).toEqual([[{ payer: 'courier', fen: both[0]!.fen }], []]);
    expect(chargeDisputed(once, decision(0, 'courier'))).toBe(once);
    const two = chargeDisputed(once, decision(1, 'leader'));
    expect(charged(two)[1]).toEqual([{ payer: 'leader', fen: both[1]!.fen }]);
    const later = chargeDisputed(once, decision(0, 'leader', 5));
    expect(charged(later)[0]).toHaveLength(2);
    expect(chargeDisputed(later, decision(0, 'courier'))).toBe(later);
  });

  test('is no more than that Sku’s part where nothing came at all', () => {
    expect(short.status).toBe('failed');
    const [whole] = short.refunds;
    const part = whole!.lines.find(({ lineId }) => lineId === apples)!.fen;
    expect(part).toBeLessThan(whole!.fen);
    expect(charged(chargeDisputed(short, decision(0, 'courier')))).toEqual([
      [{ payer: 'courier', fen: part }],
    ]);
  });
});

describe('a shortage is shared out', () => {
  const sharers = (wants: readonly number[], shorted: readonly boolean[]): Sharer[] =>
    wants.map((allocated, at) => ({
      id: OrderId.parse(`ord_${at}`),
      lines: [{ ...decided().lines[0]!, allocated }],
      paidAt: new Date(now.getTime() - at * 1000),
      shortedAt: shorted[at] ? new Date(now.getTime() - at) : undefined,
    }));
  const sku = decided().lines[0]!.offer.skuId;

  test('so that shares sum to what is there, in whatever order they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 0, max: 60 }),
        (wants, shorted, there) => {
          const all = sharers(wants, shorted);
          const received = new Map([[sku, there]]);
          const shares = shareOut(all, received);
          const wanted = wants.reduce((a, b) => a + b, 0);
          expect(shares.reduce((sum, { units }) => sum + units, 0)).toBe(Math.min(there, wanted));
          const byOrder = (list: typeof shares) =>
            new Map(list.map(({ orderId, units }) => [orderId, units]));
          expect(byOrder(shareOut([...all].reverse(), received))).toEqual(byOrder(shares));
          for (const { orderId, units } of shares)
            expect(units).toBeLessThanOrEqual(wants[Number(orderId.slice(4))]!);
        },
      ),
    );
  });

  test('to whoever was left short the last time, then to whoever paid first', () => {
    const turn = (shorted: boolean[]) =>
      shareOut(sharers([1, 1, 1], shorted), new Map([[sku, 1]])).find(({ units }) => units === 1)?.orderId;
    expect(turn([false, false, false])).toBe('ord_2');
    expect(turn([true, false, false])).toBe('ord_0');
  });
});

describe('receiving', () => {
  test('refunds what is missing and keeps every fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 3 }), (a, b) => {
        const before = decided();
        const { order } = receive(
          before,
          new Map([
            [apples!, a],
            [pakChoi!, b],
          ]),
          now,
        );
        expect(owedFen(order as OrderIn<'ready'>) + sumOf(order.refunds)).toBe(before.amounts.totalFen);
        expect(order.status).toBe(a + b === 0 ? 'failed' : 'ready');
        // 990 fen an apple, 450 fen for each 500 g: nobody weighed them.
        if (a + b > 0) expect(owedFen(order as OrderIn<'ready'>)).toBe(a * 990 + Math.min(b, 2) * 450);
      }),
    );
  });
});

describe('weighing', () => {
  test('charges the real weight, never more than was authorised', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), (grams) => {
        const order = weigh(decided(), pakChoi!, grams, now);
        const fen = refundableOfLine(order, pakChoi!);
        expect(fen).toBe(Math.min(990, Math.round((450 * grams) / 500 + 1e-9)));
        expect(weigh(order, pakChoi!, grams, now)).toBe(order);
      }),
    );
  });

  test('refuses lines that are not weighed', () => {
    expect(() => weigh(decided(), apples!, 900, now)).toThrow('cannot find');
  });
});

describe('the end of the journey', () => {
  test('is collecting, and closing when the last claim window is over', () => {
    const collected = collect(ready(), collection);
    expect(collected).toMatchObject({ status: 'collected', facts: { leaderAccountId: leader } });
    expect(collected.facts.closesAt).toEqual(new Date(now.getTime() + 24 * 3_600_000));
    expect(close(collected, collected.facts.closesAt)).toMatchObject({ status: 'closed' });
  });

  test('or the money back, when nobody comes; the goods do not return to the shelves', () => {
    const given = giveUp(ready(), now);
    expect(given).toMatchObject({
      status: 'failed',
      facts: { failedBecause: 'overdue' },
      stock: { state: 'allocated' },
    });
    expect(owedFen(given)).toBe(0);
  });
});

describe('commission', () => {
  const earner = (order: OrderIn<'collected'>) => {
    const paid = paidPart(order.facts.payment);
    const payment = { ...paid, state: 'captured', capturedFen: paid.paidFen, capturedAt: now } as const;
    return statementOf({ ...order, facts: { ...order.facts, payment } })?.leaderAccountId;
  };

  test('is nobody’s on a leader’s own order, but the leader’s on one for a neighbour; none where nobody leads', () => {
    const own = { ...collect(ready(), collection), accountId: leader };
    expect(earner(own)).toBeUndefined();
    expect(earner({ ...own, onBehalfOf: { name: '赵', phone: '13900000001' } })).toBe(leader);
    expect(earner(collect(ready(), collection))).toBe(leader);
    expect(earner(collect(ready(), { ...collection, leaderAccountId: undefined }))).toBeUndefined();
  });
});
