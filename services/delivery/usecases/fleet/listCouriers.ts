import { type CityId } from '#shared/contracts/ids';
import { type PageAsked } from '../../storage/cursors';
import { type DeliveryDeps } from '../deps';

/** The couriers of a city. */
export const listCouriers = (
  { store }: DeliveryDeps,
  { cityId, ...asked }: PageAsked & { readonly cityId: CityId },
) => store.fleet.listCouriers(cityId, asked);
