import fc from 'fast-check';
import { defaultCityRules } from '../../../../shared/contracts/cityRules';
import { type OrderMoney } from '../../../../shared/contracts/events/orderMoney';
import { type Payer } from '../../../../shared/contracts/events/orderFacts';
import { cny } from '../../../../shared/contracts/money';
import { basisPointsOf } from '../../../../shared/kit/money';
import { type NewEntry } from '../ledger/entry';
import { addends } from '../ledger/sums';
import { entriesOfOrder } from './entriesOfOrder';
import { emptyRecord, type OrderRecord, withMoney } from './orderRecord';

const rules = { freshClaimHours: 24, otherClaimDays: 7 };
const terms = {
  timeZone: 'Asia/Shanghai',
  taxRates: { ...defaultCityRules.taxRates, byCategory: { cat_vegetables: 0 } },
};
const minute = (at: number) => new Date(Date.UTC(2026, 2, 1, 15, 30 + at)).toISOString();

type Line = OrderMoney['lines'][number];
type Refund = OrderMoney['refunds'][number];

const line = (at: number, fen: number, categoryId: string, basisPoints: number) =>
  ({
    lineId: `l${at + 1}`,
    skuId: `sku_${at}`,
    categoryId,
    title: { zh: '菠菜', en: 'Spinach' },
    supplierId: 'sup_1',
    quantity: 1,
    taken: cny(fen),
    fresh: at % 2 === 0,
    commissionBasisPoints: basisPoints,
  }) as Line;

const paid = (lines: readonly Line[], feeFen: number): OrderMoney =>
  ({
    orderId: 'ord_1',
    accountId: 'acc_shopper',
    cityId: 'cit_1',
    cycleId: 'cyc_1',
    pickupPointId: 'ppt_1',
    groupOrderId: 'gro_1',
    placedAt: minute(-60),
    version: 3,
    payment: {
      provider: 'stripe',
      method: 'card',
      paymentId: 'pay_1',
      intentId: 'pi_1',
      captured: cny(lines.reduce((sum, { taken }) => sum + taken.amount, feeFen)),
      capturedAt: minute(0),
    },
    deliveryFee: cny(feeFen),
    lines: [...lines],
    refunds: [],
  }) as unknown as OrderMoney;

/** What may happen to the money of an order next, in parts of what is left. */
type Step =
  | { readonly kind: 'refund'; readonly line: number; readonly share: number; readonly fee: boolean }
  | { readonly kind: 'return' | 'fail' | 'retry'; readonly refund: number }
  | { readonly kind: 'charge'; readonly refund: number; readonly payer: Payer; readonly share: number }
  | { readonly kind: 'claim'; readonly line: number }
  | { readonly kind: 'decide'; readonly line: number }
  | { readonly kind: 'collect' };

const accountOf = {
  platform: {},
  supplier: { supplierId: 'sup_1' },
  leader: { accountId: 'acc_payer' },
  courier: { accountId: 'acc_payer' },
};

function after(money: OrderMoney, step: Step, at: number): OrderMoney {
  const next = { ...money, version: money.version + 1 };
  if (step.kind === 'collect')
    return money.collectedAt
      ? money
      : ({ ...next, collectedAt: minute(at), leaderAccountId: 'acc_leader' } as OrderMoney);
  if (step.kind === 'claim' || step.kind === 'decide') {
    const meant = money.lines[step.line % money.lines.length]!;
    const isOpen = meant.claim !== undefined && meant.claim.decidedAt === undefined;
    if (isOpen === (step.kind === 'claim')) return money;
    const claim =
      step.kind === 'claim'
        ? { openedAt: minute(at) }
        : { openedAt: meant.claim!.openedAt, decidedAt: minute(at) };
    return { ...next, lines: money.lines.map((one) => (one === meant ? { ...one, claim } : one)) };
  }
  if (step.kind === 'refund') {
    const meant = money.lines[step.line % money.lines.length]!;
    const fen = Math.floor((leftOf(money, meant) * step.share) / 100);
    const feeLeft = money.refunds.reduce(
      (left, one) => left - one.deliveryFee.amount,
      money.deliveryFee.amount,
    );
    const fee = step.fee ? feeLeft : 0;
    if (fen + fee === 0) return money;
    const refund = {
      refundId: `ref_${money.refunds.length + 1}`,
      reason: 'granted_by_operator',
      status: 'decided',
      attempt: 1,
      amount: cny(fen + fee),
      deliveryFee: cny(fee),
      lines: fen === 0 ? [] : [{ lineId: meant.lineId, amount: cny(fen) }],
      decidedAt: minute(at),
    } as Refund;
    return { ...next, refunds: [...money.refunds, refund] };
  }
  const meant = money.refunds[step.refund % Math.max(1, money.refunds.length)];
  if (!meant) return money;
  const changed = step.kind === 'charge' ? charged(meant, step, at) : progressed(meant, step.kind, at);
  return { ...next, refunds: money.refunds.map((one) => (one === meant ? changed : one)) };
}

function charged(
  refund: Refund,
  { payer, share }: { readonly payer: Payer; readonly share: number },
  at: number,
): Refund {
  const amount = cny(Math.ceil((refund.amount.amount * share) / 100));
  const charge = { payer, ...accountOf[payer], amount, because: 'claim', at: minute(at) };
  return { ...refund, charges: [...(refund.charges ?? []), charge] } as Refund;
}

function progressed(refund: Refund, kind: 'return' | 'fail' | 'retry', at: number): Refund {
  const { settledAt: _before, ...open } = refund;
  if (kind === 'return' && refund.status === 'decided')
    return { ...open, status: 'returned', settledAt: minute(at) };
  if (kind === 'fail' && refund.status !== 'failed')
    return { ...open, status: 'failed', settledAt: minute(at) };
  if (kind === 'retry' && refund.status === 'failed')
    return { ...open, status: 'decided', attempt: refund.attempt + 1 };
  return refund;
}

const backOf = (money: OrderMoney, lineId: string) =>
  money.refunds
    .flatMap(({ lines }) => lines)
    .reduce((sum, one) => (one.lineId === lineId ? sum + one.amount.amount : sum), 0);
const leftOf = (money: OrderMoney, { lineId, taken }: Line) => taken.amount - backOf(money, lineId);

/** What entries leave on each account. */
function balances(entries: readonly NewEntry[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { account, fen } of entries.flatMap(({ postings }) => postings))
    all.set(account, (all.get(account) ?? 0) + fen);
  return all;
}

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('refund' as const),
      line: fc.nat(3),
      share: fc.constantFrom(0, 1, 33, 50, 100),
      fee: fc.boolean(),
    }),
    fc.record({
      kind: fc.constantFrom('return' as const, 'fail' as const, 'retry' as const),
      refund: fc.nat(4),
    }),
    fc.record({
      kind: fc.constant('charge' as const),
      refund: fc.nat(4),
      payer: fc.constantFrom<Payer>('platform', 'supplier', 'leader', 'courier'),
      share: fc.constantFrom(1, 50, 100),
    }),
    fc.record({ kind: fc.constantFrom('claim' as const, 'decide' as const), line: fc.nat(3) }),
    fc.constant({ kind: 'collect' as const }),
  ),
  { maxLength: 14 },
);
const lines = fc
  .array(
    fc.record({
      fen: fc.integer({ min: 1, max: 90_000 }),
      category: fc.constantFrom('cat_vegetables', 'cat_snacks'),
      basisPoints: fc.constantFrom(0, 333, 1_000),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map(({ fen, category, basisPoints }, at) => line(at, fen, category, basisPoints)));

test('whatever happens to the money of an order, told twice, late or not at all in between, the ledger says what the order says', () => {
  fc.assert(
    fc.property(
      lines,
      fc.constantFrom(0, 500),
      steps,
      fc.array(fc.nat(99), { maxLength: 30 }),
      (all, fee, path, order) => {
        const told = path.reduce<OrderMoney[]>(
          (history, step, at) => [...history, after(history.at(-1)!, step, at + 1)],
          [paid(all, fee)],
        );
        const last = told.at(-1)!;
        // Some statements get lost behind newer ones, some come twice; the newest comes at some time.
        const heard = [...order.map((at) => told[at % told.length]!), last];

        const written = new Map<string, NewEntry>();
        let record: OrderRecord = emptyRecord(last, terms);
        for (const money of heard) {
          record = withMoney(record, money, rules);
          for (const entry of entriesOfOrder(record)) {
            // The ledger keeps the first; nothing that is derived later contradicts it.
            expect(entry).toEqual(written.get(entry.cause) ?? entry);
            if (!written.has(entry.cause)) written.set(entry.cause, entry);
          }
        }
        const entries = [...written.values()];
        expect(
          entriesOfOrder(record)
            .map(({ cause }) => cause)
            .sort(),
        ).toEqual([...written.keys()].sort());

        for (const { postings } of entries) expect(postings.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
        const stands = balances(entries);
        const decided = last.refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
        const returned = last.refunds.reduce(
          (sum, { status, amount }) => sum + (status === 'returned' ? amount.amount : 0),
          0,
        );
        const captured = last.payment.captured.amount;
        expect(decided).toBeLessThanOrEqual(captured);
        expect(stands.get('provider:stripe') ?? 0).toBe(returned - captured);
        expect(stands.get('shopper:acc_shopper') ?? 0).toBe(decided - returned);
        expect(stands.get('platform:adjustments') ?? 0).toBe(0);
        // The last payer of each refund bears it, and nobody who was named before.
        const bornBy = (payer: Payer) =>
          last.refunds.reduce((sum, { charges = [] }) => {
            const charge = charges.at(-1);
            return charge?.payer === payer ? sum + charge.amount.amount : sum;
          }, 0);
        const [supplier, leader, courier] = (['supplier', 'leader', 'courier'] as const).map(bornBy);
        expect(stands.get('supplier:sup_1') ?? 0).toBe(0 - supplier!);
        expect(stands.get('leader:acc_payer') ?? 0).toBe(0 - leader!);
        expect(stands.get('courier:acc_payer') ?? 0).toBe(0 - courier!);
        expect(stands.get('platform:recoveries') ?? 0).toBe(supplier! + leader! + courier!);
        const commission = last.leaderAccountId
          ? last.lines
              // While a claim of a line waits, so does its commission, and no other.
              .filter(({ claim }) => claim === undefined || claim.decidedAt !== undefined)
              .reduce((sum, one) => sum + basisPointsOf(leftOf(last, one), one.commissionBasisPoints), 0)
          : 0;
        expect(stands.get('leader:acc_leader') ?? 0).toBe(commission);
        const taxed = last.lines.filter(({ categoryId }) => categoryId === 'cat_snacks');
        expect(stands.get('tax:900') ?? 0).toBe(
          taxed.reduce((sum, one) => sum + Math.floor((leftOf(last, one) * 900) / 10_900), 0),
        );
        expect(stands.get('tax:0')).toBeUndefined();
      },
    ),
    { numRuns: 300 },
  );
});

test('an entry counts on the day of its city, and towards its account, its cycle and all', () => {
  const record = withMoney(
    emptyRecord(paid([], 0), terms),
    paid([line(0, 1_090, 'cat_snacks', 1_000)], 0),
    rules,
  );
  const [capture] = entriesOfOrder(record);
  expect(capture).toMatchObject({
    cause: 'capture:ord_1',
    day: '2026-03-01',
    postings: [
      { account: 'provider:stripe', fen: -1_090 },
      { account: 'platform:revenue', fen: 1_000 },
      { account: 'tax:900', fen: 90 },
    ],
  });
  expect(Object.fromEntries(addends(capture!))).toMatchObject({
    'all|provider:stripe': -1_090,
    'provider:stripe|2026-03-01': -1_090,
    'cyc_1|tax:900': 90,
  });
});

test('what a provider took beside what the order says stands under adjustments', () => {
  const money = paid([line(0, 1_000, 'cat_vegetables', 0)], 0);
  const odd = { ...money, payment: { ...money.payment, captured: cny(990) } };
  const [capture] = entriesOfOrder(withMoney(emptyRecord(odd, terms), odd, rules));
  expect(capture?.postings).toContainEqual({ account: 'platform:adjustments', fen: -10 });
});
