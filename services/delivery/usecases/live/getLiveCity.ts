import { type CityId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { type DeliveryDeps } from '../deps';
import { citySnapshot } from './citySnapshot';

/** A whole city at this moment, for operators. */
export const getLiveCity = (deps: DeliveryDeps, cityId: CityId): Promise<Snapshot> =>
  citySnapshot(deps, cityId);
