import { type CityId } from '#shared/contracts/ids';
import { type PageWanted } from '../../storage/pages';
import { type CatalogDeps } from '../deps';

/** A city's cycles, the latest first. */
export const listCycles = (
  { cycles }: Pick<CatalogDeps, 'cycles'>,
  { cityId, ...wanted }: PageWanted & { readonly cityId: CityId },
) => cycles.page(cityId, wanted);
