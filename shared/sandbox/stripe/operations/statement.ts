import type { StatementFault } from '../../kit/statementFaults';
import type { TransactionRecord } from '../state/records';
import type { World } from '../world';
import { book } from './charges';

/** The ids by which a merchant knows what a line of the account's book is about. */
function idsOf({ store }: World, { id, source }: TransactionRecord): string[] {
  if (source === null) return [id];
  const intent = (store.charge.get(source) ?? store.refund.get(source))?.intent;
  return [id, source, ...(intent !== undefined && !store.refund.get(source) ? [intent] : [])];
}

/** Whether the list of the book does not tell of a line, by a fault. */
export const isLeftOut = (world: World, row: TransactionRecord): boolean =>
  world.statementFaults.list().length > 0 && world.statementFaults.leavesOut(...idsOf(world, row));

/** The amount that the list of the book tells, in minor units. */
export const statedAmount = (world: World, row: TransactionRecord): number =>
  world.statementFaults.list().length === 0
    ? row.amount
    : row.amount + world.statementFaults.wrongBy(...idsOf(world, row));

/** Money that nobody asked for is really there: it is booked as an adjustment of Stripe's, now. */
export function addStatementFault(world: World, fault: StatementFault): void {
  if (fault.kind === 'add')
    book(world, {
      type: 'adjustment',
      source: null,
      amount: fault.fen,
      currency: 'cny',
      description: fault.id,
    });
  else world.statementFaults.add(fault);
}
