import { type Bilingual } from '#shared/contracts/common';
import { type OfferId } from '#shared/contracts/ids';
import { type Place } from '../cycles/currentCycle';
import { type CatalogDeps } from '../deps';
import { arrange } from './arrange';

type Suggestion = { readonly offerId: OfferId; readonly title: Bilingual };
type Wanted = Place & { readonly q: string; readonly limit: number };

/** Titles on sale now that fit what was typed, best first, each once. */
export async function suggestSearches(
  { currentCycle, viewOf }: Pick<CatalogDeps, 'currentCycle' | 'viewOf'>,
  { q, limit, ...place }: Wanted,
): Promise<Suggestion[]> {
  const { cycle } = await currentCycle(place);
  if (!cycle) return [];
  const { offers } = await viewOf(cycle._id);
  const { items } = arrange(offers.values(), { q, sort: 'recommended', limit: offers.size });
  const byTitle = new Map<string, Suggestion>();
  for (const { offer } of items) {
    if (byTitle.size === limit) break;
    if (!byTitle.has(offer.title.zh)) byTitle.set(offer.title.zh, { offerId: offer._id, title: offer.title });
  }
  return [...byTitle.values()];
}
