import fc from 'fast-check';
import { anId } from '../../../../tests/support/anId';
import { anOrder } from '../../../../tests/support/orders/anOrder';
import { defaultCityRules } from '../../../../shared/contracts/cityRules';
import { type AccountId, type ClaimId, type RefundId } from '../../../../shared/contracts/ids';
import { ClaimCause, type ClaimReview } from '../../../../shared/contracts/orders/claimViews';
import { DomainError } from '../../../../shared/kit/domainError';
import { granting } from '../../usecases/refunds/refundOrder';
import { mispriced } from '../booking';
import { chargeOf } from '../charges';
import { decideOrder } from '../cutoff/decideOrder';
import { collect } from '../handover/journey';
import { receive } from '../handover/receive';
import { type Order, type OrderIn } from '../order';
import { sumOf } from '../refund';
import { refundableOfLine } from '../refunds';
import { weigh } from '../weighing';
import { appealClaim, decideClaim, openClaim } from './changes';
import { claimsOf, grantedFen } from './claim';
import { waits } from './claimLifecycle';
import { reviewOf } from './review';
import { closesFrom, waitOfLine } from './waiting';

const now = new Date('2026-03-02T01:00:00.000Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const staff = anId('acc_staff') as AccountId;

/** Apples by the piece and pak choi by weight, collected and captured. */
function collectedOrder(grams: number): OrderIn<'collected'> {
  const paid = anOrder('paid');
  const facts = { ...paid.facts, consolidationId: anId('con_1'), consolidatedAt: now };
  const consolidated: OrderIn<'consolidated'> = { ...paid, status: 'consolidated', facts };
  const decided = decideOrder(consolidated, { offers: new Map(), droppedSkus: new Set() }, now)!
    .order as typeof consolidated;
  const [apples, pakChoi] = decided.lines.map(({ lineId }) => lineId);
  const weighed = weigh(decided, pakChoi!, grams, now);
  const there = new Map([
    [apples!, 1],
    [pakChoi!, 2],
  ]);
  const ready = receive(weighed, there, now).order as OrderIn<'ready'>;
  return collect(ready, {
    redemptionId: anId('red_1'),
    collectedAt: now,
    leaderAccountId: anId('acc_leader'),
    rules: defaultCityRules,
  });
}

const wish = (order: Order, line: number, at: number, review: readonly ClaimReview[]) => ({
  claimId: anId(`clm_${at}`) as ClaimId,
  fingerprint: 'f',
  lineId: order.lines[line]!.lineId,
  cause: ClaimCause.options[at % ClaimCause.options.length]!,
  share: { kind: 'percent', percent: 50 } as const,
  photoIds: [],
  by: order.accountId,
  review,
});
const opened = (order: Order, review: readonly ClaimReview[] = ['over_limit']) =>
  openClaim(order, wish(order, 0, 0, review), defaultCityRules, hours(1)).order;
const decided = (order: Order, id: string, fen: number, at: Date) =>
  decideClaim(
    order,
    claimsOf(order)[0]!.claimId,
    { id, fen, reason: '好', payer: 'platform', by: staff, at },
    defaultCityRules,
  ).order;
const codeOf = (act: () => unknown) => {
  try {
    act();
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

type Step =
  | { readonly kind: 'claim'; readonly line: number; readonly percent: number; readonly atOnce: boolean }
  | {
      readonly kind: 'decide';
      readonly claim: number;
      readonly fen: number;
      readonly payer: 'platform' | 'supplier' | 'leader';
    }
  | { readonly kind: 'appeal'; readonly claim: number }
  | { readonly kind: 'goodwill'; readonly line: number; readonly fen: number };

/** What a step makes of an order; what is refused changes nothing. */
function stepped(order: Order, step: Step, at: number): Order {
  const time = new Date(now.getTime() + (at + 1) * 60_000);
  const claims = claimsOf(order);
  try {
    switch (step.kind) {
      case 'claim': {
        const share = { kind: 'percent', percent: step.percent } as const;
        const review = step.atOnce ? [] : (['often'] as const);
        return openClaim(order, { ...wish(order, step.line, at, review), share }, defaultCityRules, time)
          .order;
      }
      case 'decide': {
        const claim = claims[step.claim % Math.max(1, claims.length)];
        if (!claim) return order;
        const decision = { id: `d${at}`, fen: step.fen, payer: step.payer, by: staff, at: time };
        return decideClaim(order, claim.claimId, decision, defaultCityRules).order;
      }
      case 'appeal': {
        const claim = claims[step.claim % Math.max(1, claims.length)];
        return claim ? appealClaim(order, claim.claimId, '再看', time).order : order;
      }
      case 'goodwill': {
        const { lineId } = order.lines[step.line]!;
        const lines = [{ lineId, fen: step.fen }];
        const refundId = anId(`ref_goodwill${at}`) as RefundId;
        const granted = { refundId, orderId: order.id, reason: 'goodwill', goods: 'come', lines } as const;
        return granting(order, { ...granted, deliveryFeeFen: 0 }, time).order;
      }
    }
  } catch (error) {
    if (error instanceof DomainError) return order;
    throw error;
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('claim' as const),
      line: fc.nat(1),
      percent: fc.integer({ min: 1, max: 100 }),
      atOnce: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('decide' as const),
      claim: fc.nat(5),
      fen: fc.constantFrom(0, 1, 200, 495, 990, 2_000),
      payer: fc.constantFrom('platform' as const, 'supplier' as const, 'leader' as const),
    }),
    fc.record({ kind: fc.constant('appeal' as const), claim: fc.nat(5) }),
    fc.record({
      kind: fc.constant('goodwill' as const),
      line: fc.nat(1),
      fen: fc.integer({ min: 1, max: 600 }),
    }),
  ),
  { maxLength: 14 },
);

test('claims, weights and goodwill in whatever order never pay more than was paid, and payers bear what claims got', () => {
  let paidForClaims = 0;
  fc.assert(
    fc.property(fc.integer({ min: 400, max: 1_400 }), steps, (grams, path) => {
      const order = path.reduce<Order>((before, step, at) => {
        const after = stepped(before, step, at);
        // Each change is one write.
        expect(after === before || after.version === before.version + 1).toBe(true);
        return after;
      }, collectedOrder(grams));
      for (const { lineId } of order.lines) expect(refundableOfLine(order, lineId)).toBeGreaterThanOrEqual(0);
      expect(sumOf(order.refunds)).toBeLessThanOrEqual(order.amounts.totalFen);
      expect(mispriced(order)).toEqual([]);
      const ofClaims = order.refunds.filter(({ reason }) => reason === 'claim');
      const granted = claimsOf(order).reduce((sum, claim) => sum + grantedFen(claim), 0);
      expect(sumOf(ofClaims)).toBe(granted);
      for (const claim of claimsOf(order)) expect(grantedFen(claim)).toBeLessThanOrEqual(claim.askedFen);
      for (const payer of ['platform', 'supplier', 'leader'] as const) {
        const bears = sumOf(ofClaims.filter((refund) => chargeOf(refund)?.payer === payer));
        const decidedSo = claimsOf(order).filter(({ decisions }) => decisions.at(-1)?.payer === payer);
        expect(bears).toBe(decidedSo.reduce((sum, claim) => sum + grantedFen(claim), 0));
      }
      paidForClaims += granted;
    }),
    { numRuns: 300 },
  );
  expect(paidForClaims).toBeGreaterThan(0);
});

test('a claim is decided once, appealed once by its time, and decided for good', () => {
  const open = opened(collectedOrder(1_000));
  const [{ askedFen, claimId }] = claimsOf(open) as [ReturnType<typeof claimsOf>[number]];
  const declined = decided(open, 'd1', 0, hours(2));
  expect(decided(declined, 'd1', 0, hours(2))).toBe(declined);
  expect(codeOf(() => decided(declined, 'd2', askedFen, hours(3)))).toBe('CLAIM_ALREADY_DECIDED');
  expect(codeOf(() => appealClaim(declined, claimId, '晚了', hours(2 + 72)))).toBe('CLAIM_NO_APPEAL');
  const appealed = appealClaim(declined, claimId, '再看', hours(4)).order;
  expect(appealClaim(appealed, claimId, '再看', hours(5)).order).toBe(appealed);
  const ended = decided(appealed, 'd2', askedFen, hours(6));
  expect(claimsOf(ended)[0]).toMatchObject({ status: 'decided' });
  expect(codeOf(() => appealClaim(ended, claimId, '又', hours(7)))).toBe('CLAIM_NO_APPEAL');
  expect(codeOf(() => appealClaim(decided(open, 'd1', askedFen, hours(2)), claimId, '又', hours(3)))).toBe(
    'CLAIM_NO_APPEAL',
  );
});

test('an order closes when no claim waits and none can be appealed; meanwhile the commission of that line waits', () => {
  const before = collectedOrder(1_000);
  const { closesAt } = before.facts;
  const [{ lineId: apples }, { lineId: pakChoi }] = before.lines as [
    Order['lines'][number],
    Order['lines'][number],
  ];
  expect(closesFrom(before, closesAt)).toEqual(closesAt);
  const open = opened(before);
  expect(closesFrom(open, closesAt)).toBeUndefined();
  expect(waitOfLine(open, apples)).toEqual({ since: hours(1) });
  expect(waitOfLine(open, pakChoi)).toBeUndefined();
  const declined = decided(open, 'd1', 0, hours(2));
  expect(closesFrom(declined, closesAt)).toEqual(hours(2 + 72));
  expect(waitOfLine(declined, apples)).toEqual({ since: hours(1), until: hours(2) });
  expect(waits(claimsOf(declined)[0]!.status)).toBe(false);
  expect(waitOfLine(opened(before, []), apples)).toBeUndefined();
});

test('a window ends at its moment', () => {
  const order = collectedOrder(1_000);
  const end = new Date(order.facts.closesAt);
  const claim = (at: Date) => codeOf(() => openClaim(order, wish(order, 0, 0, []), defaultCityRules, at));
  expect(claim(new Date(end.getTime() - 1))).toBe('done');
  expect(claim(end)).toBe('CLAIM_WINDOW_OVER');
});

test.each<[ClaimReview | 'nothing', object]>([
  ['nothing', {}],
  ['over_limit', { askedFen: 2_001 }],
  ['often', { account: { orders: 90, claims: 3, grantedFen: 0 } }],
  ['many_of_orders', { account: { orders: 6, claims: 1, grantedFen: 0 } }],
  ['many_of_lot', { ordersOfLot: 4 }],
  ['for_neighbour', { byLeader: true }],
  ['other_cause', { cause: 'other' }],
  ['no_photo', { photos: [] }],
  ['photo_from_file', { photos: [{ source: 'file', numberOfTheDay: false, hasNearDuplicate: false }] }],
  [
    'number_not_of_the_day',
    { photos: [{ source: 'camera', numberOfTheDay: false, hasNearDuplicate: false }] },
  ],
  ['near_duplicate', { photos: [{ source: 'camera', numberOfTheDay: true, hasNearDuplicate: true }] }],
])('%s has a person look', (reason, changes) => {
  const usual = {
    askedFen: 2_000,
    cause: 'spoiled' as const,
    byLeader: false,
    photos: [{ source: 'camera' as const, numberOfTheDay: true, hasNearDuplicate: false }],
    account: { orders: 2, claims: 1, grantedFen: 0 },
    ordersOfLot: 0,
  };
  expect(reviewOf({ ...usual, ...changes }, defaultCityRules)).toEqual(reason === 'nothing' ? [] : [reason]);
});
