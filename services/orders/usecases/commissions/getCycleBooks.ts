import { type CycleId } from '#shared/contracts/ids';
import { Books } from '../../domain/books';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'cycleOrders' | 'terms' | 'ledger' | 'closings'>;

/** The books of a cycle, from every order of it. @throws {Refused} NOT_FOUND */
export async function getCycleBooks({ cycleOrders, terms, ledger, closings }: Deps, cycleId: CycleId) {
  const { cityId } = await terms.cycle(cycleId);
  const isClosed = (await closings.find(cycleId))?.phase === 'frozen';
  const books = new Books();
  for await (const order of cycleOrders.forBooks(cycleId)) books.add(order);
  return { cycleId, cityId, ...books.result(await ledger.ofCycle(cycleId), isClosed) };
}
