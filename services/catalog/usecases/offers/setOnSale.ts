import { type OfferId } from '#shared/contracts/ids';
import { type Offer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';
import { offersChanged } from './offersChanged';

/** Puts an offer on or off sale; the same again changes nothing. @throws {Refused} NOT_FOUND */
export async function setOnSale(
  { offers, now, nudge }: Pick<CatalogDeps, 'offers' | 'now' | 'nudge'>,
  offerId: OfferId,
  onSale: boolean,
): Promise<Offer> {
  const { cycleId } = await offers.one(offerId);
  const changed = await offers.setOnSale(offerId, onSale, offersChanged(cycleId, offerId, now()));
  nudge('offers', changed);
  return changed;
}
