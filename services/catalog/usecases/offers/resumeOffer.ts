import { type OfferId } from '#shared/contracts/ids';
import { type Offer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';
import { setOnSale } from './setOnSale';

/** Puts a withdrawn offer on sale again. @throws {Refused} NOT_FOUND */
export const resumeOffer = (
  deps: Pick<CatalogDeps, 'offers' | 'now' | 'nudge'>,
  offerId: OfferId,
): Promise<Offer> => setOnSale(deps, offerId, true);
