import { type BodyOf } from '#shared/contracts/endpoint';
import { type offersApi } from '#shared/contracts/catalog/offers';
import { type AccountId, type OfferId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Adjustment, type Offer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';
import { assertNotEnded } from './assertNotEnded';

type Wish = BodyOf<typeof offersApi.adjustStock> & {
  /** Identity of the wish: the same one again changes nothing. */
  readonly id: string;
  readonly by: AccountId;
};

/**
 * Adds units to an offer, or takes free ones away: one write of one document, so that a crash leaves nothing half done.
 * @throws {Refused} STOCK_BELOW_SOLD when fewer units are free than shall be taken, CYCLE_NOT_EDITABLE after cutoff.
 */
export async function adjustStock(
  { offers, cycles, now }: Pick<CatalogDeps, 'offers' | 'cycles' | 'now'>,
  offerId: OfferId,
  { id, by, units, reason, note }: Wish,
): Promise<Offer> {
  const at = now();
  const adjustment: Adjustment = { id, by, units, reason, ...(note === undefined ? {} : { note }), at };
  const offer = await offers.one(offerId);
  const earlier = offer.adjustments.find((one) => one.id === id);
  if (earlier) return sameWish(earlier, adjustment, offer);
  assertNotEnded(await cycles.one(offer.cycleId), now());
  const adjusted = await offers.adjust(offerId, adjustment);
  if (adjusted) return adjusted;
  const after = await offers.one(offerId);
  const twin = after.adjustments.find((one) => one.id === id);
  if (twin) return sameWish(twin, adjustment, after);
  throw new Refused('STOCK_BELOW_SOLD', undefined, { available: after.available });
}

function sameWish(earlier: Adjustment, wish: Adjustment, offer: Offer): Offer {
  if (earlier.units !== wish.units || earlier.reason !== wish.reason)
    throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return offer;
}
