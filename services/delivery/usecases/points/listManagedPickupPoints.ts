import { type CityId } from '#shared/contracts/ids';
import { type PageAsked } from '../../storage/cursors';
import { type DeliveryDeps } from '../deps';

type Asked = PageAsked & { readonly cityId: CityId; readonly search?: string | undefined };

/** All pickup points of a city, closed ones too, by name. */
export const listManagedPickupPoints = (
  { store }: DeliveryDeps,
  { cityId, search, ...asked }: Asked,
): ReturnType<DeliveryDeps['store']['points']['listByName']> =>
  store.points.listByName({ cityId, search }, asked);
