import { type PayoutFileId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PayoutDeps } from './deps';
import { type FileProgress, progressOf } from './fileProgress';

/** One file for the bank, and how far its payouts are. @throws {Refused} NOT_FOUND */
export const getPayoutFile = async (
  deps: Pick<PayoutDeps, 'payouts' | 'payoutFiles'>,
  id: PayoutFileId,
): Promise<FileProgress> => progressOf(deps, found(await deps.payoutFiles.find(id)));
