import { type PickupPointId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type DeliveryDeps } from '../deps';
import { visiblePoint } from '../points/visiblePoint';
import { pickupPointSnapshot } from './pickupPointSnapshot';

/** How a pickup point stands at this moment, for its leader and operators. */
export const getPickupPointBoard = async (
  deps: DeliveryDeps,
  id: PickupPointId,
  caller: AccountCaller,
): Promise<Snapshot> => pickupPointSnapshot(deps, await visiblePoint(deps, caller, id));
