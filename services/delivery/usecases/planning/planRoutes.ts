import { type AccountId, type ConsolidationId, type FacilityId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { getRoutePlan, type RoutePlan } from './getRoutePlan';
import { planAsWished } from './planAsWished';

type Asked = {
  readonly consolidationId: ConsolidationId;
  readonly facilityId: FacilityId;
  readonly courierAccountIds?: readonly AccountId[] | undefined;
  readonly departAt?: string | undefined;
};

/** An operator has the routes of a consolidation planned, or planned anew as long as nobody loads one. */
export async function planRoutes(
  deps: DeliveryDeps,
  { consolidationId, facilityId, courierAccountIds, departAt }: Asked,
): Promise<RoutePlan> {
  await planAsWished(deps, consolidationId, {
    facilityId,
    ...(courierAccountIds ? { courierAccountIds } : {}),
    ...(departAt === undefined ? {} : { departAt: new Date(departAt) }),
  });
  return getRoutePlan(deps, consolidationId);
}
