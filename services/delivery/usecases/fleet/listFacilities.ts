import { type CityId } from '#shared/contracts/ids';
import { type PageAsked } from '../../storage/cursors';
import { type DeliveryDeps } from '../deps';

/** The warehouses of a city. */
export const listFacilities = (
  { store }: DeliveryDeps,
  { cityId, ...asked }: PageAsked & { readonly cityId: CityId },
) => store.fleet.listFacilities(cityId, asked);
