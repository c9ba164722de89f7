import { type PickupPointId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { leaderOf } from '../../clients/pickupPoints';
import { type OrdersDeps } from '../deps';

/** @throws {Refused} NOT_FOUND unless the caller leads the pickup point or is an operator. */
export async function ledPickupPoint(
  { terms }: Pick<OrdersDeps, 'terms'>,
  caller: AccountCaller,
  pickupPointId: PickupPointId,
): Promise<PickupPointId> {
  if (holds(caller, 'operator') || (await leaderOf(terms, pickupPointId)) === caller.accountId)
    return pickupPointId;
  throw notFound();
}
