import { addDays, addHours, max } from 'date-fns';
import { type CityRules, type TaxRates } from '#shared/contracts/cityRules';
import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import {
  type AccountId,
  type CityId,
  type CycleId,
  type LineId,
  type OrderId,
  type RefundId,
} from '#shared/contracts/ids';
import { basisPointsOf } from '#shared/kit/money';

/** What of its city an order's entries depend on: as it was when its money was first told of. */
export type KeptTerms = { readonly timeZone: string; readonly taxRates: TaxRates };

/** Commission of one line that was added to the leader's, or (negative) taken back. */
export type CommissionPost = {
  readonly lineId: LineId;
  /** Counts those of a line, from 0. */
  readonly sequence: number;
  readonly leaderAccountId: AccountId;
  readonly fen: number;
  readonly baseFen: number;
  readonly basisPoints: number;
  readonly withdrawableFrom: Date;
  readonly at: Date;
};

/** One try of a provider to return a refund that it said had succeeded; a wallet's may fail days later. */
export type Return = {
  readonly refundId: RefundId;
  readonly attempt: number;
  readonly at: Date;
  readonly bouncedAt?: Date;
};

/** Everything that the ledger says of an order follows from this. */
export type OrderRecord = {
  readonly orderId: OrderId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  /** Of `money`; 0 before there is any. */
  readonly version: number;
  /** The newest that orders told. */
  readonly money?: OrderMoney;
  readonly terms: KeptTerms;
  readonly commission: readonly CommissionPost[];
  readonly returns: readonly Return[];
};

export type ClaimRules = Pick<CityRules, 'freshClaimHours' | 'otherClaimDays'>;

/** A record that knows of no money yet. */
export const emptyRecord = (
  { orderId, cityId, cycleId }: Pick<OrderRecord, 'orderId' | 'cityId' | 'cycleId'>,
  { timeZone, taxRates }: KeptTerms,
): OrderRecord => ({
  ...{ orderId, cityId, cycleId },
  version: 0,
  terms: { timeZone, taxRates },
  commission: [],
  returns: [],
});

/** `record` after orders told of `money`; what is no newer than what is known changes nothing. */
export function withMoney(record: OrderRecord, money: OrderMoney, rules: ClaimRules): OrderRecord {
  if (money.version <= record.version) return record;
  return {
    ...record,
    version: money.version,
    money,
    commission: [...record.commission, ...commissionDue(money, record.commission, rules)],
    returns: money.refunds.reduce<readonly Return[]>(withReturn, record.returns),
  };
}

/** What went back of a line, or is decided to, in fen. */
export const refundedOfLine = ({ refunds }: Pick<OrderMoney, 'refunds'>, lineId: LineId): number =>
  refunds
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => (line.lineId === lineId ? sum + line.amount.amount : sum), 0);

/**
 * What the leader is to have of each line by now (rule 14): a share of what was taken less what went back, and nothing while a claim
 * of it waits (rule 23).
 */
export const commissionByLine = (money: OrderMoney) =>
  money.leaderAccountId === undefined
    ? []
    : money.lines.map((line) => {
        const baseFen = line.taken.amount - refundedOfLine(money, line.lineId);
        const waits = line.claim !== undefined && line.claim.decidedAt === undefined;
        return { line, baseFen, fen: waits ? 0 : basisPointsOf(baseFen, line.commissionBasisPoints) };
      });

/** The difference between what a leader is to have and what was written down so far. */
function commissionDue(
  money: OrderMoney,
  posted: readonly CommissionPost[],
  rules: ClaimRules,
): CommissionPost[] {
  const { leaderAccountId, collectedAt } = money;
  if (leaderAccountId === undefined || collectedAt === undefined) return [];
  const collected = new Date(collectedAt);
  return commissionByLine(money).flatMap(({ line, baseFen, fen: whole }) => {
    const { lineId, fresh, commissionBasisPoints: basisPoints } = line;
    const known = posted.filter((post) => post.lineId === lineId);
    const fen = whole - known.reduce((sum, post) => sum + post.fen, 0);
    if (fen === 0) return [];
    const refunded = money.refunds
      .filter(({ lines }) => lines.some((part) => part.lineId === lineId))
      .map(({ decidedAt }) => new Date(decidedAt));
    const decided = line.claim?.decidedAt === undefined ? [] : [new Date(line.claim.decidedAt)];
    const claimed = line.claim === undefined ? [] : [new Date(line.claim.openedAt)];
    const claimableUntil = fresh
      ? addHours(collected, rules.freshClaimHours)
      : addDays(collected, rules.otherClaimDays);
    return [
      {
        ...{ lineId, sequence: known.length, leaderAccountId, fen, baseFen, basisPoints },
        withdrawableFrom: addDays(fen > 0 ? max([claimableUntil, ...decided]) : claimableUntil, 1),
        at: fen > 0 ? max([collected, ...decided]) : max([collected, ...refunded, ...claimed]),
      },
    ];
  });
}

/** `returns` after what a statement says of one refund. */
function withReturn(returns: readonly Return[], refund: OrderMoney['refunds'][number]): readonly Return[] {
  const { refundId, attempt, status } = refund;
  const open = returns.find((one) => one.refundId === refundId && one.bouncedAt === undefined);
  const isReturned = status === 'returned';
  if (isReturned && open?.attempt === attempt) return returns;
  const at = refund.settledAt === undefined ? undefined : new Date(refund.settledAt);
  const ended = open
    ? returns.map((one) => (one === open ? { ...open, bouncedAt: at ?? open.at } : one))
    : returns;
  return isReturned ? [...ended, { refundId, attempt, at: at ?? new Date(refund.decidedAt) }] : ended;
}
