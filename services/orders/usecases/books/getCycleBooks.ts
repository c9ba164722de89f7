import { type CycleId } from '#shared/contracts/ids';
import { booksOf, hasFaults, noFaults } from '../../domain/books';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'cycleBooks' | 'terms' | 'closings'>;

/** The books of a cycle, from what every order of it adds to them. @throws {Refused} NOT_FOUND */
export async function getCycleBooks({ cycleBooks, terms, closings }: Deps, cycleId: CycleId) {
  const { cityId } = await terms.cycle(cycleId);
  const isClosed = (await closings.find(cycleId))?.phase === 'frozen';
  const sums = await cycleBooks.sums(cycleId);
  const faults = hasFaults(sums) ? await cycleBooks.faults(cycleId) : noFaults;
  return { cycleId, cityId, ...booksOf(sums, faults, isClosed) };
}
