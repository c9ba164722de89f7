import { type Connection } from 'mongoose';
import { LedgerStore } from './ledger/ledgerStore';

/** Everything that settlement keeps, by the words of the domain. Opened before the indexes are built: it tells which there are. */
export function openStores(mongo: Connection) {
  const kept = {
    ledger: new LedgerStore(mongo),
  };
  return {
    kept,
    /** Collections whose documents owe events. */
    outboxes: {},
  };
}

export type Stores = ReturnType<typeof openStores>['kept'];
