import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

/** The couriers of a city. */
export const listCouriers = (
  { store }: DeliveryDeps,
  { cityId, ...asked }: PageWish & { readonly cityId: CityId },
) => store.fleet.listCouriers(cityId, asked);
