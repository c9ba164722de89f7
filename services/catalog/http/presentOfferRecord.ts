import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { unitsHeld } from '../domain/holdPage';
import { type Offer } from '../domain/offer';
import { termsOf } from '../domain/offerTerms';

export const presentOfferRecord = (offer: Offer): OfferRecord => ({
  ...termsOf(offer),
  strikePrice: offer.strikePrice,
  clearance: offer.clearance,
  rank: offer.rank,
  initialStock: offer.initial,
  available: offer.available,
  held: unitsHeld(offer),
  sold: offer.sold,
});
