import { type AccountId, type PayoutFileId, type PayoutId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type PayoutFile } from '../../domain/payouts/file';
import { begin } from '../../domain/payouts/lifecycle';
import { wayTo } from '../../domain/payouts/payee';
import { attendPayout, beginningOf } from './attendPayout';
import { type PayoutDeps } from './deps';
import { type FileProgress, progressOf } from './fileProgress';

const most = 200;
const page = 100;

/**
 * Puts approved payouts to bank cards into a new file, oldest first. The file is kept with what it was made for, then each payout is begun
 * with it in a write of its own, which only one file can win. After a crash the same wish goes on with the same file.
 * @throws {Refused} NOTHING_TO_PAY_OUT
 */
export async function makePayoutFile(
  deps: PayoutDeps,
  { fileId, by }: { readonly fileId: PayoutFileId; readonly by: AccountId },
): Promise<FileProgress> {
  const known = await deps.payoutFiles.find(fileId);
  const chosen = known?.chosen ?? (await sendable(deps));
  if (chosen.length === 0) throw new Refused('NOTHING_TO_PAY_OUT');
  const file = known ?? (await deps.payoutFiles.add({ id: fileId, madeBy: by, madeAt: deps.now(), chosen }));
  for (const payoutId of file.chosen) await carry(deps, file, payoutId);
  return progressOf(deps, file);
}

/** Payouts to bank cards that can go now. */
async function sendable(deps: PayoutDeps): Promise<PayoutId[]> {
  const chosen: PayoutId[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await deps.payouts.listWaiting(
      { waitingFor: 'sending' },
      { cursor, limit: page },
    );
    for (const payout of items) {
      const beginning = await beginningOf(deps, payout);
      if (beginning && wayTo(beginning.payee.details) === 'bank_file') chosen.push(payout.id);
      if (chosen.length === most) return chosen;
    }
    cursor = nextCursor;
  } while (cursor !== undefined);
  return chosen;
}

async function carry(deps: PayoutDeps, file: PayoutFile, payoutId: PayoutId): Promise<void> {
  const payout = await deps.payouts.find(payoutId);
  if (payout?.status !== 'due' || !payout.approval || payout.current) return;
  // What failed once with this file goes with another one.
  if (payout.failed.some(({ fileId }) => fileId === file.id)) return;
  const beginning = await beginningOf(deps, payout);
  if (!beginning || wayTo(beginning.payee.details) !== 'bank_file') return;
  const begun = await deps.payouts.change(payoutId, deps.now(), (now) =>
    now.version === payout.version ? begin(now, { ...beginning, fileId: file.id }) : now,
  );
  await attendPayout(deps, begun);
}
