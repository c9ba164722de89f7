import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { type FormerEntry } from '../../storage/formerLedgerStore';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'orderLists' | 'formerLedger'>;

export type OrderWithEntries = { readonly order: Order; readonly entries: readonly FormerEntry[] };

/** All orders there are, by their ids, each with what the former ledger says of it. */
export async function listOrdersInLedger(
  { orderLists, formerLedger }: Deps,
  wish: PageWish,
): Promise<Page<OrderWithEntries>> {
  const { items, ...rest } = await orderLists.all(wish);
  const entries = await formerLedger.ofOrders(items.map(({ id }) => id));
  return {
    ...rest,
    items: items.map((order) => ({ order, entries: entries.filter(({ orderId }) => orderId === order.id) })),
  };
}
