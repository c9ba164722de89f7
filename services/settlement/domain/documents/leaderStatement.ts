import { type AccountId } from '#shared/contracts/ids';
import { leaderAccount } from '../ledger/account';
import { type Entry, type EntryKind } from '../ledger/entry';
import { columns, total, words } from './columns';
import { type Draft, type Table } from './document';

export type LeaderMonth = {
  readonly leader: AccountId;
  readonly month: string;
  /** What the ledger says the leader had before the first and after the last day, in fen. */
  readonly openingFen: number;
  readonly closingFen: number;
  /** All entries of the month that move the leader's account, oldest first. */
  readonly entries: readonly Entry[];
};

const kinds: Readonly<Partial<Record<EntryKind, ReturnType<typeof words>>>> = {
  payout_sent: words('转出', 'Paid out'),
  payout_returned: words('转账退回', 'Payout came back'),
  charge: words('承担的退款', 'Refund that you bear'),
  adjustment: words('调整', 'Adjustment'),
};
const otherKind = words('其他', 'Other');

/** A leader's month: each line of commission with its goods, rate and order; what was paid out; the balance before and after. */
export function leaderStatementOf({ leader, month, openingFen, closingFen, entries }: LeaderMonth): Draft {
  const account = leaderAccount(leader);
  const fenOf = ({ postings }: Entry): number =>
    postings.reduce((sum, one) => (one.account === account ? sum + one.fen : sum), 0);
  const sumOf = (some: readonly Entry[]): number => some.reduce((sum, entry) => sum + fenOf(entry), 0);
  const earned = entries.filter(({ commission }) => commission !== undefined);
  const moved = entries.filter(({ commission }) => commission === undefined);
  const commission: Table = {
    title: words('佣金', 'Commission'),
    columns: [columns.day, columns.goods, columns.order, columns.base, columns.rate, columns.amount],
    rows: earned.map((entry) => [
      entry.day,
      entry.commission?.title ?? '',
      entry.about.orderId ?? '',
      { fen: entry.commission?.baseFen ?? 0 },
      { basisPoints: entry.commission?.basisPoints ?? 0 },
      { fen: fenOf(entry) },
    ]),
    totals: [[total, '', '', '', '', { fen: sumOf(earned) }]],
  };
  const movements: Table = {
    title: words('转账与调整', 'Payouts and adjustments'),
    columns: [columns.day, columns.what, columns.amount],
    rows: moved.map((entry) => [entry.day, kinds[entry.kind] ?? otherKind, { fen: fenOf(entry) }]),
    totals: [[total, '', { fen: sumOf(moved) }]],
  };
  return {
    kind: 'leader_statement',
    subject: `leader_statement:${leader}:${month}`,
    owner: leader,
    period: month,
    content: {
      title: words(`团长对账单 ${month}`, `Leader’s statement ${month}`),
      facts: [
        { name: words('团长', 'Leader'), value: leader },
        { name: words('账期', 'Month'), value: month },
        { name: words('期初余额', 'Balance before'), value: { fen: openingFen } },
        { name: words('期末余额', 'Balance after'), value: { fen: closingFen } },
      ],
      tables: [commission, movements],
      notes: [
        words(
          '佣金由售后期限结束后的次日起可提现；之后的退款会减少佣金。',
          'Commission can be withdrawn from the day after the claim window; refunds lessen it.',
        ),
      ],
      totalFen: closingFen - openingFen,
    },
  };
}
