import { type CityRules } from '#shared/contracts/cityRules';
import {
  type AccountId,
  type CityId,
  type CycleId,
  type LedgerEntryId,
  type LineId,
  type OrderId,
} from '#shared/contracts/ids';
import { commissionOfLines, earnsCommission, withdrawableFrom } from './commission';
import { type OrderIn } from './order';

/** One side of an entry: so much is added to an account of the ledger; negative: taken from it. In fen. */
export type Posting = { readonly account: string; readonly fen: number };

/** What is to be written down about one line: its postings sum to zero. Entries are never changed. */
export type NewEntry = {
  readonly lineId: LineId;
  /** Counts the entries of a line, from 0: two processes cannot write the same one. */
  readonly sequence: number;
  readonly kind: 'accrual' | 'reversal';
  readonly leaderAccountId: AccountId;
  /** What the leader gets; negative for a reversal. */
  readonly fen: number;
  readonly baseFen: number;
  readonly basisPoints: number;
  readonly postings: readonly [Posting, Posting];
  readonly withdrawableFrom: Date;
};

/** An entry as it was written down. */
export type LedgerEntry = NewEntry & {
  readonly entryId: LedgerEntryId;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly cityId: CityId;
  readonly postedAt: Date;
};

export type PostedEntry = Pick<NewEntry, 'lineId' | 'sequence' | 'fen'>;

export const leaderAccount = (accountId: AccountId): string => `leader:${accountId}`;
export const commissionExpense = 'platform:commission';

/**
 * What has yet to be written down so that the ledger says what the order says: the commission of each line at collection, and the
 * difference after every later refund. Told again, there is nothing to write.
 */
export function entriesDue(
  order: OrderIn<'collected' | 'closed'>,
  posted: readonly PostedEntry[],
  rules: Pick<CityRules, 'freshClaimHours' | 'otherClaimDays'>,
): NewEntry[] {
  const { leaderAccountId, collectedAt } = order.facts;
  if (!earnsCommission(order, leaderAccountId)) return [];
  return commissionOfLines(order).flatMap(({ lineId, commissionFen, baseFen, basisPoints }) => {
    const known = posted.filter((entry) => entry.lineId === lineId);
    const fen = commissionFen - known.reduce((sum, entry) => sum + entry.fen, 0);
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    if (fen === 0 || !line) return [];
    return [
      {
        lineId,
        sequence: known.length,
        kind: fen > 0 ? ('accrual' as const) : ('reversal' as const),
        leaderAccountId,
        fen,
        baseFen,
        basisPoints,
        postings: [
          { account: commissionExpense, fen: -fen },
          { account: leaderAccount(leaderAccountId), fen },
        ] as const,
        withdrawableFrom: withdrawableFrom(line, collectedAt, rules),
      },
    ];
  });
}
