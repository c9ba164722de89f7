import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

type Asked = PageWish & { readonly cityId: CityId; readonly search?: string | undefined };

/** All pickup points of a city, closed ones too, by name. */
export const listManagedPickupPoints = (
  { store }: DeliveryDeps,
  { cityId, search, ...asked }: Asked,
): ReturnType<DeliveryDeps['store']['points']['listByName']> =>
  store.points.listByName({ cityId, search }, asked);
