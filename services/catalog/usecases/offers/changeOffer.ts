import { type BodyOf } from '#shared/contracts/endpoint';
import { type offersApi } from '#shared/contracts/catalog/offers';
import { type OfferId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Offer } from '../../domain/offer';
import { assertLawful } from '../../domain/offerPrice';
import { type CatalogDeps } from '../deps';
import { assertLotOf } from './assertLotOf';
import { assertNotEnded } from './assertNotEnded';
import { offersChanged } from './offersChanged';
import { highestStrikePrice } from './pricePeriods';

/** @throws {Refused} CHANGED_MEANWHILE, CYCLE_NOT_EDITABLE, PRICE_NOT_LAWFUL */
export async function changeOffer(
  deps: Pick<CatalogDeps, 'range' | 'offers' | 'cycles' | 'now' | 'nudge'>,
  offerId: OfferId,
  { version, ...changes }: BodyOf<typeof offersApi.changeOffer>,
): Promise<Offer> {
  const { range, offers, cycles, now, nudge } = deps;
  const offer = await offers.one(offerId);
  if (offer.version !== version) throw new Refused('CHANGED_MEANWHILE');
  const cycle = await cycles.one(offer.cycleId);
  assertNotEnded(cycle, now());
  const touchesGroup = changes.tiers !== undefined || changes.group !== undefined;
  if (touchesGroup && cycle.opensAt <= now())
    throw new Refused(
      'CYCLE_NOT_EDITABLE',
      'Tiers and group targets cannot change once neighbours count on them.',
    );
  await assertLotOf(deps, offer.skuId, changes.lotId);
  const sku = await range.one('skus', offer.skuId);
  const strikePrice = changes.strikePrice === undefined ? offer.strikePrice : changes.strikePrice;
  const pricing = {
    price: changes.price ?? offer.price,
    strikePrice: strikePrice ?? undefined,
    tiers: changes.tiers ?? offer.tiers,
    clearance: changes.clearance ?? offer.clearance,
  };
  assertLawful(pricing, sku, await highestStrikePrice(deps, sku._id, cycle));
  const at = now();
  const event = offersChanged(offer.cycleId, offerId, at);
  const changed = await offers.changeConditions(offer, changes, { event, at });
  if (!changed) throw new Refused('CHANGED_MEANWHILE');
  nudge('offers', changed);
  return changed;
}
