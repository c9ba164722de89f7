import { type PayoutFileId } from '#shared/contracts/ids';
import { type PayoutDeps } from './deps';
import { type FileProgress, progressOf } from './fileProgress';

/** A file as it goes to the bank; each time is counted. @throws {Refused} NOT_FOUND */
export const fetchPayoutFile = async (
  deps: Pick<PayoutDeps, 'payouts' | 'payoutFiles'>,
  fileId: PayoutFileId,
): Promise<FileProgress> => progressOf(deps, await deps.payoutFiles.fetched(fileId));
