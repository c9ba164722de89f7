import { type Connection } from 'mongoose';
import { DayCloseStore } from './close/dayCloseStore';
import { DifferenceStore } from './close/differenceStore';
import { StatementRowStore } from './close/statementRowStore';
import { keptSecret, type KeptSecret } from '#shared/kit/mongo/keptSecret';
import { DocumentStore } from './documents/documentStore';
import { LedgerStore } from './ledger/ledgerStore';
import { PayeeStore } from './payouts/payeeStore';
import { PayoutFileStore } from './payouts/payoutFileStore';
import { PayoutHoldStore } from './payouts/payoutHoldStore';
import { PayoutStore } from './payouts/payoutStore';
import { MoveInStore } from './orders/moveInStore';
import { OrderRecordStore } from './orders/orderRecordStore';
import { PurchaseOrderStore } from './suppliers/purchaseOrderStore';
import { PurchaseRoundStore } from './suppliers/purchaseRoundStore';
import { SupplierAccountStore } from './suppliers/supplierAccountStore';
import { SupplierPaymentStore } from './suppliers/supplierPaymentStore';

/** Everything that settlement keeps, by the words of the domain. Opened before the indexes are built: it tells which there are. */
export function openStores(mongo: Connection) {
  const kept = {
    ledger: new LedgerStore(mongo),
    documents: new DocumentStore(mongo),
    payouts: new PayoutStore(mongo),
    payees: new PayeeStore(mongo),
    payoutHolds: new PayoutHoldStore(mongo),
    payoutFiles: new PayoutFileStore(mongo),
    orderRecords: new OrderRecordStore(mongo),
    moves: new MoveInStore(mongo),
    dayCloses: new DayCloseStore(mongo),
    statementRows: new StatementRowStore(mongo),
    differences: new DifferenceStore(mongo),
    purchaseOrders: new PurchaseOrderStore(mongo),
    purchaseRounds: new PurchaseRoundStore(mongo),
    supplierAccounts: new SupplierAccountStore(mongo),
    supplierPayments: new SupplierPaymentStore(mongo),
  };
  return {
    kept,
    /** Collections whose documents owe events. */
    outboxes: {},
    /** What suppliers' links are signed with. */
    linkKey: () => keptSecret(mongo.collection<KeptSecret>('keys'), 'supplier-links'),
  };
}

export type Stores = ReturnType<typeof openStores>['kept'];
