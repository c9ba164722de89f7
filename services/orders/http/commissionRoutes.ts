import { cny } from '#shared/contracts/money';
import { type commissionsApi } from '#shared/contracts/orders/commissions';
import { type Handlers } from '#shared/kit/http/handler';
import { type ClosingStore } from '../storage/closingStore';
import { type Ledger } from '../storage/ledgerStore';
import { type LedgerEntry } from '../storage/ledgerEntryModel';
import { type OrdersDeps } from '../usecases/deps';
import { readBooks } from '../usecases/commissions/getCycleBooks';

type Deps = Pick<OrdersDeps, 'orders' | 'terms' | 'now'> & {
  readonly ledger: Ledger;
  readonly closings: ClosingStore;
};

/** What leaders earned, the ledger, and the books: every operation on a line or two. */
export function commissionRoutes(deps: Deps): Handlers<typeof commissionsApi> {
  const { ledger, now } = deps;
  return {
    getCommissionBalance: async ({ caller: { accountId } }) => {
      const { totalFen, withdrawableFen } = await ledger.balance(accountId, now());
      return {
        leaderAccountId: accountId,
        pending: cny(totalFen - withdrawableFen),
        withdrawable: cny(withdrawableFen),
        total: cny(totalFen),
      };
    },
    listCommissionEntries: async ({ query, caller: { accountId } }) => {
      const { items, nextCursor } = await ledger.list(accountId, query);
      return { items: items.map(presentEntry), nextCursor };
    },
    getTrialBalance: () => trialBalance(ledger),
    rebuildLedgerBalances: async () => {
      await ledger.rebuild();
      return trialBalance(ledger);
    },
    getCycleBooks: async ({ params }) => {
      const books = await readBooks(deps, params.cycleId);
      return {
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
      };
    },
  };
}

async function trialBalance(ledger: Ledger) {
  const accounts = await ledger.accounts();
  return {
    accounts: accounts.map(({ account, fen, entries }) => ({ account, balance: cny(fen), entries })),
    sum: cny(accounts.reduce((sum, { fen }) => sum + fen, 0)),
  };
}

const presentEntry = (entry: LedgerEntry) => ({
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
