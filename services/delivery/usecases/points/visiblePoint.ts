import { type PickupPointId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/**
 * The pickup point, for its leader and operators.
 * @throws {Refused} NOT_FOUND for anybody else.
 */
export async function visiblePoint(
  { store }: DeliveryDeps,
  caller: AccountCaller,
  id: PickupPointId,
): Promise<PickupPointDoc> {
  const point = found<PickupPointDoc>(await store.points.find(id));
  if (!holds(caller, 'operator') && point.leader?.accountId !== caller.accountId) throw notFound();
  return point;
}
