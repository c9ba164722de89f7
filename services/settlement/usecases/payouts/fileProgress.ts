import { type PayoutFile } from '../../domain/payouts/file';
import { type Payout, type Try } from '../../domain/payouts/payout';
import { type PayoutDeps } from './deps';

/** A payout with the try that a file carries or carried. */
export type FileLine = { readonly payout: Payout; readonly carried: Try; readonly state: LineState };
export type LineState = 'open' | 'sent' | 'paid' | 'returned';

export type FileProgress = { readonly file: PayoutFile; readonly lines: readonly FileLine[] };

/** A file with the payouts that it carries, oldest first. */
export async function progressOf(
  { payouts }: Pick<PayoutDeps, 'payouts'>,
  file: PayoutFile,
): Promise<FileProgress> {
  return { file, lines: (await payouts.ofFile(file.id)).flatMap((payout) => lineOf(payout, file)) };
}

function lineOf(payout: Payout, { id }: PayoutFile): FileLine[] {
  const { current } = payout;
  if (current?.fileId === id)
    return [{ payout, carried: current, state: payout.status === 'due' ? 'open' : payout.status }];
  const failed = payout.failed.find(({ fileId }) => fileId === id);
  return failed ? [{ payout, carried: failed, state: 'returned' }] : [];
}
