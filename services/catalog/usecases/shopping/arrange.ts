import { type offerKinds, type offerSorts } from '#shared/contracts/catalog/shopping';
import { type CategoryId, OfferId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { readCursor, writeCursor } from '#shared/kit/mongo/pages';
import { matchScore } from '#shared/kit/search/match';
import { type ViewedOffer } from './cycleView';

export type ListQuery = {
  readonly categoryId?: CategoryId | undefined;
  readonly kind?: (typeof offerKinds)[number] | undefined;
  /** Folded words. */
  readonly q?: string | undefined;
  readonly sort: (typeof offerSorts)[number];
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** Where an offer stands in a list: smaller comes first, and the id decides between equals. */
type Place = readonly [...numbers: number[], offerId: OfferId];
type Placed = { readonly viewed: ViewedOffer; readonly place: Place };

/** The offers of one page of a list, in their order, and the cursor of the next. */
export function arrange(
  offers: Iterable<ViewedOffer>,
  query: ListQuery,
): { items: ViewedOffer[]; nextCursor?: string } {
  const after =
    query.cursor === undefined ? undefined : (readCursor(Place, query.cursor) as unknown as Place);
  const placed: Placed[] = [];
  for (const viewed of offers) {
    const place = placeOf(viewed, query);
    if (place && (!after || compare(place, after) > 0)) placed.push({ viewed, place });
  }
  placed.sort((one, other) => compare(one.place, other.place));
  const items = placed.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ viewed }) => viewed),
    ...(placed.length > query.limit && last ? { nextCursor: writeCursor(last.place) } : {}),
  };
}

function placeOf(viewed: ViewedOffer, { categoryId, kind, q, sort }: ListQuery): Place | undefined {
  const { offer, available, sold, unitFen } = viewed;
  if (!offer.onSale || (categoryId !== undefined && offer.categoryId !== categoryId)) return undefined;
  if (kind === 'flash' && !offer.flash) return undefined;
  if (kind === 'group' && !offer.group) return undefined;
  if (kind === 'tiers' && offer.tiers.length === 0) return undefined;
  const score = q === undefined ? 0 : matchScore(q, offer.search);
  if (q !== undefined && score === 0) return undefined;
  switch (sort) {
    case 'recommended':
      return [-score, available > 0 ? 0 : 1, -offer.rank, offer._id];
    case 'price':
      return [unitFen, offer._id];
    case 'sold':
      return [-sold, offer._id];
  }
}

function compare(one: Place, other: Place): number {
  for (const [at, value] of one.entries()) {
    const against = other[at];
    if (against === undefined || value === against) continue;
    return value < against ? -1 : 1;
  }
  return 0;
}

/** At most three numbers, and an id. */
const Place = z
  .array(z.union([z.number(), OfferId]))
  .max(4)
  .refine((parts) => parts.every((part, at) => (typeof part === 'string') === (at === parts.length - 1)));
