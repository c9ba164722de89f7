import { type ledgerEntriesApi } from '#shared/contracts/settlement/ledgerEntries';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type LedgerAccount } from '../domain/ledger/account';
import { type SettlementDeps } from '../usecases/deps';
import { listEntriesOfAccount } from '../usecases/ledger/listEntriesOfAccount';
import { listEntriesOfOrder } from '../usecases/ledger/listEntriesOfOrder';
import { listEntriesOfPayout } from '../usecases/ledger/listEntriesOfPayout';
import { presentLedgerEntry } from './presentLedgerEntry';

/** The ledger, entry by entry: from an account to an order or a payout, and back. */
export function ledgerEntryRoutes(deps: SettlementDeps): Handlers<typeof ledgerEntriesApi> {
  return {
    listEntriesOfAccount: async ({ params, query }) =>
      presentPage(
        await listEntriesOfAccount(deps, params.account as LedgerAccount, query),
        presentLedgerEntry,
      ),
    listEntriesOfOrder: async ({ params, query }) =>
      presentPage(await listEntriesOfOrder(deps, params.orderId, query), presentLedgerEntry),
    listEntriesOfPayout: async ({ params, query }) =>
      presentPage(await listEntriesOfPayout(deps, params.payoutId, query), presentLedgerEntry),
  };
}
