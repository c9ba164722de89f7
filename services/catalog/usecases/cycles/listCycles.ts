import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type CatalogDeps } from '../deps';

/** A city's cycles, the latest first. */
export const listCycles = (
  { cycles }: Pick<CatalogDeps, 'cycles'>,
  { cityId, ...wanted }: PageWish & { readonly cityId: CityId },
) => cycles.page(cityId, wanted);
