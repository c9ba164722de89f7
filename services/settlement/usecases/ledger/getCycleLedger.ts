import { type CycleId } from '#shared/contracts/ids';
import { checksOfCycle } from '../../domain/ledger/cycleChecks';
import { type SettlementDeps } from '../deps';

/** What the ledger says of the orders of one cycle, and whether that is what orders say. */
export async function getCycleLedger(
  { ledger, orderRecords }: Pick<SettlementDeps, 'ledger' | 'orderRecords'>,
  cycleId: CycleId,
) {
  const says = await orderRecords.saysOfCycle(cycleId);
  const accounts = await ledger.accounts(cycleId);
  return { cycleId, accounts, ...says, checks: checksOfCycle(accounts, says) };
}
