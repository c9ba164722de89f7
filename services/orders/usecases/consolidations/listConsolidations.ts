import { type Page } from '#shared/contracts/common';
import { type CityId, type CycleId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type OrdersDeps } from '../deps';
import { type Weighed, withOpenWeights } from './getConsolidation';

type Search = { readonly cityId: CityId; readonly cycleId?: CycleId | undefined };

/** Consolidations of a city, or of one of its cycles, newest first. */
export async function listConsolidations(
  deps: Pick<OrdersDeps, 'consolidations' | 'cycleOrders'>,
  search: Search,
  wish: PageWish,
): Promise<Page<Weighed>> {
  const page = await deps.consolidations.list(search, wish);
  const items = page.items.map((consolidation) => withOpenWeights(deps, consolidation));
  return { ...page, items: await Promise.all(items) };
}
