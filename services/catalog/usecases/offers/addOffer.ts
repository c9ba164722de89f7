import { type BodyOf } from '#shared/contracts/endpoint';
import { type offersApi } from '#shared/contracts/catalog/offers';
import { type OfferId } from '#shared/contracts/ids';
import { newOffer } from '../../domain/newOffer';
import { type Offer } from '../../domain/offer';
import { assertLawful } from '../../domain/offerPrice';
import { type CatalogDeps } from '../deps';
import { assertLotOf } from './assertLotOf';
import { assertNotEnded } from './assertNotEnded';
import { offerContents } from './offerContents';
import { offersChanged } from './offersChanged';
import { highestStrikePrice } from './pricePeriods';

type Deps = Pick<CatalogDeps, 'range' | 'offers' | 'cycles' | 'cities' | 'now' | 'nudge'>;

/** @throws {Refused} CYCLE_NOT_EDITABLE after cutoff, ALREADY_EXISTS, PRICE_NOT_LAWFUL */
export async function addOffer(
  deps: Deps,
  offerId: OfferId,
  fields: BodyOf<typeof offersApi.addOffer>,
): Promise<Offer> {
  const { range, offers, cycles, cities, now, nudge } = deps;
  const cycle = await cycles.one(fields.cycleId);
  assertNotEnded(cycle, now());
  const sku = await range.one('skus', fields.skuId);
  await assertLotOf(deps, sku._id, fields.lotId);
  assertLawful(fields, sku, await highestStrikePrice(deps, sku._id, cycle));
  const content = (await offerContents(deps, [sku])).get(sku._id);
  if (!content) throw new Error(`${sku._id} has no product or supplier`);
  const { rules } = await cities.one(cycle.cityId);
  const { stock, commissionBasisPoints = rules.commissionBasisPoints, ...conditions } = fields;
  const at = now();
  const offer = newOffer(offerId, cycle, content, {
    conditions: { ...conditions, commissionBasisPoints },
    stock,
    at,
    outbox: [offersChanged(cycle._id, offerId, at)],
  });
  const stored = await offers.insert(offer);
  nudge('offers', stored);
  return stored;
}
