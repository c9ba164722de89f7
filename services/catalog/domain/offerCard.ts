import { type GroupProgress, type OfferCard } from '#shared/contracts/catalog/shopping';
import { type ShownOffer } from './offer';
import { unitPrice } from './offerPrice';
import { type GroupStanding } from './range';

/** The parts of a card that stay while stock and groups move. */
export function cardTerms(offer: ShownOffer): Omit<OfferCard, 'stockLeft' | 'sold' | 'group'> {
  const { picture, strikePrice, limitPerShopper } = offer;
  return {
    offerId: offer._id,
    cycleId: offer.cycleId,
    productId: offer.productId,
    skuId: offer.skuId,
    categoryId: offer.categoryId,
    title: offer.title,
    pack: offer.pack,
    ...(picture ? { picture } : {}),
    soldBy: offer.soldBy,
    nominalGrams: offer.nominalGrams,
    price: offer.price,
    unitPrice: unitPrice(offer, offer.price),
    ...(strikePrice ? { strikePrice } : {}),
    clearance: offer.clearance,
    tiers: [...offer.tiers],
    ...(limitPerShopper === undefined ? {} : { limitPerShopper }),
    flash: offer.flash,
    temperature: offer.temperature,
    fresh: offer.fresh,
    onSale: offer.onSale,
    version: offer.version,
  };
}

const nobodyYet: GroupProgress = { status: 'open', shoppers: 0, units: 0, initials: [] };

/** How far a group is; nobody has joined where nothing was told. */
export const groupProgress = (standing: GroupStanding | undefined): GroupProgress =>
  standing
    ? {
        status: standing.status,
        shoppers: standing.shoppers,
        units: standing.units,
        initials: [...standing.initials],
      }
    : nobodyYet;

/** The whole card, as seen at the pickup point of `standing`. */
export const offerCard = (offer: ShownOffer, standing: GroupStanding | undefined): OfferCard => ({
  ...cardTerms(offer),
  ...(offer.group ? { group: { target: offer.group, progress: groupProgress(standing) } } : {}),
  stockLeft: offer.available,
  sold: offer.sold,
});
