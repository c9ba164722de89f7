import { type PickupPointId } from '#shared/contracts/ids';
import { emptyGroupOrder, type GroupOrder } from '../../domain/groupOrder';
import { groupOrderIdOf } from '../../domain/place';
import { type OrdersDeps } from '../deps';

/** The group of the cycle that takes orders now, as long as nobody has ordered; undefined: no cycle is open. */
export async function gatheringGroup(
  { terms, catalog }: Pick<OrdersDeps, 'terms' | 'catalog'>,
  pickupPointId: PickupPointId,
): Promise<GroupOrder | undefined> {
  const { cityId } = await terms.pickupPoint(pickupPointId);
  const { cycle } = await catalog.getOpenCycle({ params: { cityId } });
  if (!cycle) return undefined;
  const { cycleId, cutoffAt, pickupDate } = cycle;
  const id = groupOrderIdOf(pickupPointId, cycleId);
  return emptyGroupOrder({ id, pickupPointId, cityId, cycleId, cutoffAt: new Date(cutoffAt), pickupDate });
}
