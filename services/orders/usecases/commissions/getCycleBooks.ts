import { type CycleId } from '#shared/contracts/ids';
import { Books } from '../../domain/books';
import { type ClosingStore } from '../../storage/closingStore';
import { ordersOfCycle } from '../../storage/cycleOrderStore';
import { type Ledger } from '../../storage/ledgerStore';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'orders' | 'terms'> & {
  readonly ledger: Ledger;
  readonly closings: ClosingStore;
};

/** The books of a cycle, from every order of it. @throws {Refused} NOT_FOUND */
export async function readBooks({ orders, terms, ledger, closings }: Deps, cycleId: CycleId) {
  const { cityId } = await terms.cycle(cycleId);
  const isClosed = (await closings.find(cycleId))?.phase === 'frozen';
  const books = new Books();
  for await (const order of ordersOfCycle(orders.collection, cycleId)) books.add(order);
  return { cycleId, cityId, ...books.result(await ledger.ofCycle(cycleId), isClosed) };
}
