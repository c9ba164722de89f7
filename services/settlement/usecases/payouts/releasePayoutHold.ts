import { type AccountId, type PayoutHoldId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Hold } from '../../domain/payouts/hold';
import { type PayoutDeps } from './deps';

/** Ends a hold before its day. @throws {Refused} NOT_FOUND */
export const releasePayoutHold = async (
  { payoutHolds, now }: Pick<PayoutDeps, 'payoutHolds' | 'now'>,
  id: PayoutHoldId,
  by: AccountId,
): Promise<Hold> => found(await payoutHolds.release(id, { by, at: now() }));
