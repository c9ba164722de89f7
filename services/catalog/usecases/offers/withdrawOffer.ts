import { type OfferId } from '#shared/contracts/ids';
import { type Offer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';
import { setOnSale } from './setOnSale';

/** Takes an offer off sale; what was ordered stays ordered. @throws {Refused} NOT_FOUND */
export const withdrawOffer = (
  deps: Pick<CatalogDeps, 'offers' | 'now' | 'nudge'>,
  offerId: OfferId,
): Promise<Offer> => setOnSale(deps, offerId, false);
