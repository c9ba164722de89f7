import { entriesOfClose, entriesOfDifference } from '../../domain/close/closeEntries';
import { type NewEntry } from '../../domain/ledger/entry';
import { entriesOfOrder } from '../../domain/orders/entriesOfOrder';
import { entriesOfPayout } from '../../domain/payouts/payoutEntries';
import { entriesOfPurchaseOrder, entriesOfSupplierPayment } from '../../domain/suppliers/supplierEntries';
import { type Stores } from '../../storage/stores';

/** Facts that the ledger follows from, and the entries that follow from each of them. */
export type FactSource = { readonly name: string; readonly entries: () => AsyncIterable<NewEntry> };

/** Everything that entries follow from, subject by subject: `npm run ledger:rebuild` derives all of them anew. */
export const factSources = (stores: Stores): FactSource[] => [
  { name: 'orders', entries: () => ofEach(stores.orderRecords.all(), entriesOfOrder) },
  { name: 'payouts', entries: () => ofEach(stores.payouts.all(), entriesOfPayout) },
  { name: 'day closes', entries: () => ofEach(stores.dayCloses.all(), entriesOfClose) },
  { name: 'adjustments', entries: () => ofEach(stores.differences.all(), entriesOfDifference) },
  { name: 'purchases', entries: () => ofEach(stores.purchaseOrders.all(), entriesOfPurchaseOrder) },
  {
    name: 'supplier_payments',
    entries: () => ofEach(stores.supplierPayments.all(), entriesOfSupplierPayment),
  },
];

/** The entries of all facts, fact by fact. */
async function* ofEach<Fact>(
  facts: AsyncIterable<Fact>,
  entriesOf: (fact: Fact) => readonly NewEntry[],
): AsyncIterable<NewEntry> {
  for await (const fact of facts) yield* entriesOf(fact);
}
