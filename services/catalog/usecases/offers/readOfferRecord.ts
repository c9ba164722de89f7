import { type OfferId } from '#shared/contracts/ids';
import { type Offer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';

/** An offer as operators see it. @throws {Refused} NOT_FOUND */
export const readOfferRecord = ({ offers }: Pick<CatalogDeps, 'offers'>, offerId: OfferId): Promise<Offer> =>
  offers.one(offerId);
