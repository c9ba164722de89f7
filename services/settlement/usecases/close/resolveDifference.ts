import { type DifferenceId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { entriesOfDifference } from '../../domain/close/closeEntries';
import { type Difference, type Resolution } from '../../domain/close/difference';
import { resolved } from '../../domain/close/resolve';
import { type SettlementDeps } from '../deps';

const maxTries = 5;

/**
 * Keeps what an operator decided about a difference, and posts its adjustment. The decision is kept first: after a crash the job of the
 * closes posts it. Sent again, it is the same decision.
 * @throws {Refused} NOT_FOUND, DIFFERENCE_NOT_OPEN, ADJUSTMENT_UNBALANCED, ADJUSTMENT_TOO_LARGE
 */
export async function resolveDifference(
  {
    differences,
    dayCloses,
    ledger,
    now,
  }: Pick<SettlementDeps, 'differences' | 'dayCloses' | 'ledger' | 'now'>,
  differenceId: DifferenceId,
  decision: Omit<Resolution, 'at'>,
): Promise<Difference> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = found(await differences.find(differenceId));
    const after = resolved(before, { ...decision, at: now() });
    if (after !== before && !(await differences.replace(before, after))) continue;
    await ledger.post(entriesOfDifference(after));
    await dayCloses.again(after.provider, after.day, now(), 'compare');
    return found(await differences.find(differenceId));
  }
  throw new Refused('SERVICE_UNAVAILABLE');
}
