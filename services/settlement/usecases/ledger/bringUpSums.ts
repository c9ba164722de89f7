import { type SettlementDeps } from '../deps';

/** Adds what was posted to the sums of its accounts, batch by batch. @returns whether there was any. */
export async function bringUpSums({ ledger }: Pick<SettlementDeps, 'ledger'>): Promise<boolean> {
  if (!(await ledger.addSome())) return false;
  while (await ledger.addSome());
  return true;
}
