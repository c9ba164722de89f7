import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

/** The warehouses of a city. */
export const listFacilities = (
  { store }: DeliveryDeps,
  { cityId, ...asked }: PageWish & { readonly cityId: CityId },
) => store.fleet.listFacilities(cityId, asked);
