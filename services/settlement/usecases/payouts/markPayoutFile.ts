import { type PayoutFileId } from '#shared/contracts/ids';
import { recordPaid, recordSent } from '../../domain/payouts/lifecycle';
import { type Payout } from '../../domain/payouts/payout';
import { attendPayout } from './attendPayout';
import { type PayoutDeps } from './deps';
import { getPayoutFile } from './getPayoutFile';
import { type FileProgress } from './fileProgress';

/**
 * The bank took a file, or paid all of it that it did not return. Each payout is a write of its own; after a crash, or told again, those
 * that are so far already stay as they are.
 * @throws {Refused} NOT_FOUND
 */
export async function markPayoutFile(
  deps: PayoutDeps,
  fileId: PayoutFileId,
  as: 'sent' | 'paid',
): Promise<FileProgress> {
  const { lines } = await getPayoutFile(deps, fileId);
  for (const { payout } of lines) await advance(deps, payout, fileId, as);
  return getPayoutFile(deps, fileId);
}

/** Takes the try that a file carries as far as `as`. */
export async function advance(
  deps: PayoutDeps,
  { id }: Payout,
  fileId: PayoutFileId,
  as: 'sent' | 'paid',
): Promise<void> {
  const at = deps.now();
  const next = await deps.payouts.change(id, at, (payout) => {
    if (payout.current?.fileId !== fileId) return payout;
    const sent = payout.status === 'due' ? recordSent(payout, at) : payout;
    return as === 'paid' && sent.status === 'sent' ? recordPaid(sent, at) : sent;
  });
  await attendPayout(deps, next);
}
