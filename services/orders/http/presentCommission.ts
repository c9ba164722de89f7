import { type AccountId } from '#shared/contracts/ids';
import { cny } from '#shared/contracts/money';
import {
  type CommissionBalance,
  type CommissionEntryView,
  type CycleBooks,
  type TrialBalance,
} from '#shared/contracts/orders/commissions';
import { type z } from '#shared/contracts/zod';
import { type LedgerEntry } from '../domain/ledger';
import { type getCycleBooks } from '../usecases/commissions/getCycleBooks';
import { type AccountBalance } from '../usecases/commissions/getTrialBalance';

export const presentBalance = (
  leaderAccountId: AccountId,
  { totalFen, withdrawableFen }: { readonly totalFen: number; readonly withdrawableFen: number },
): z.input<typeof CommissionBalance> => ({
  leaderAccountId,
  pending: cny(totalFen - withdrawableFen),
  withdrawable: cny(withdrawableFen),
  total: cny(totalFen),
});

export const presentEntry = (entry: LedgerEntry): z.input<typeof CommissionEntryView> => ({
  entryId: entry.entryId,
  orderId: entry.orderId,
  lineId: entry.lineId,
  kind: entry.kind,
  amount: cny(entry.fen),
  base: cny(entry.baseFen),
  basisPoints: entry.basisPoints,
  postedAt: entry.postedAt.toISOString(),
  withdrawableFrom: entry.withdrawableFrom.toISOString(),
});

export const presentTrialBalance = (accounts: readonly AccountBalance[]): z.input<typeof TrialBalance> => ({
  accounts: accounts.map(({ account, fen, entries }) => ({ account, balance: cny(fen), entries })),
  sum: cny(accounts.reduce((sum, { fen }) => sum + fen, 0)),
});

export const presentBooks = (
  books: Awaited<ReturnType<typeof getCycleBooks>>,
): z.input<typeof CycleBooks> => ({
  cycleId: books.cycleId,
  cityId: books.cityId,
  orders: books.orders,
  moneyAuthorised: cny(books.authorisedFen),
  moneyCaptured: cny(books.capturedFen),
  moneyRefunded: cny(books.refundedFen),
  refundsPending: cny(books.refundsPendingFen),
  moneyKept: cny(books.keptFen),
  goodsAndFees: cny(books.goodsAndFeesFen),
  commissionAccrued: cny(books.commissionFen),
  checks: [...books.checks],
});
