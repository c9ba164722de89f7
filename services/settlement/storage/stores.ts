import { type Connection } from 'mongoose';
import { DayCloseStore } from './close/dayCloseStore';
import { DifferenceStore } from './close/differenceStore';
import { StatementRowStore } from './close/statementRowStore';
import { LedgerStore } from './ledger/ledgerStore';
import { PayeeStore } from './payouts/payeeStore';
import { PayoutFileStore } from './payouts/payoutFileStore';
import { PayoutHoldStore } from './payouts/payoutHoldStore';
import { PayoutStore } from './payouts/payoutStore';
import { MoveInStore } from './orders/moveInStore';
import { OrderRecordStore } from './orders/orderRecordStore';

/** Everything that settlement keeps, by the words of the domain. Opened before the indexes are built: it tells which there are. */
export function openStores(mongo: Connection) {
  const kept = {
    ledger: new LedgerStore(mongo),
    payouts: new PayoutStore(mongo),
    payees: new PayeeStore(mongo),
    payoutHolds: new PayoutHoldStore(mongo),
    payoutFiles: new PayoutFileStore(mongo),
    orderRecords: new OrderRecordStore(mongo),
    moves: new MoveInStore(mongo),
    dayCloses: new DayCloseStore(mongo),
    statementRows: new StatementRowStore(mongo),
    differences: new DifferenceStore(mongo),
  };
  return {
    kept,
    /** Collections whose documents owe events. */
    outboxes: {},
  };
}

export type Stores = ReturnType<typeof openStores>['kept'];
