import { type Bilingual } from '#shared/contracts/common';
import { type OfferId } from '#shared/contracts/ids';
import { arrange } from './arrange';
import { type CycleView } from './cycleView';

/** Titles on sale that fit what was typed, best first, each once. */
export function suggest(view: CycleView, q: string, limit: number): { offerId: OfferId; title: Bilingual }[] {
  const { items } = arrange(view.offers.values(), { q, sort: 'recommended', limit: view.offers.size });
  const byTitle = new Map<string, { offerId: OfferId; title: Bilingual }>();
  for (const { offer } of items) {
    if (byTitle.size === limit) break;
    if (!byTitle.has(offer.title.zh)) byTitle.set(offer.title.zh, { offerId: offer._id, title: offer.title });
  }
  return [...byTitle.values()];
}
