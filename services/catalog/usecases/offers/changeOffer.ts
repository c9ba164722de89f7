import { type BodyOf } from '#shared/contracts/endpoint';
import { type offersApi } from '#shared/contracts/catalog/offers';
import { type AccountId, type OfferId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Adjustment, type Offer } from '../../domain/offer';
import { assertLawful } from '../../domain/offerPrice';
import { type Cycle } from '../../domain/range';
import { newOffer } from '../../domain/newOffer';
import { offersChanged, type OfferDeps, strikePriceReader } from './pricePeriods';

type Fields = BodyOf<typeof offersApi.addOffer>;
type Changes = BodyOf<typeof offersApi.changeOffer>;
type AdjustmentFields = BodyOf<typeof offersApi.adjustStock>;

/** What operators do with offers. Each is one write of one document, so that a crash leaves nothing half done. */
export function manageOffers(deps: OfferDeps) {
  const { range, offers, cycles, cities, refresh, now, nudge } = deps;
  const highestStrikePrice = strikePriceReader(deps);

  function assertNotEnded({ cutoffAt }: Cycle): void {
    if (cutoffAt <= now()) throw new Refused('CYCLE_NOT_EDITABLE');
  }

  return {
    /** @throws {Refused} CYCLE_NOT_EDITABLE after cutoff, ALREADY_EXISTS, PRICE_NOT_LAWFUL */
    async add(offerId: OfferId, fields: Fields): Promise<Offer> {
      const cycle = await cycles.one(fields.cycleId);
      assertNotEnded(cycle);
      const sku = await range.one('skus', fields.skuId);
      if (fields.lotId) await assertLotOf(fields.lotId, sku._id);
      assertLawful(fields, sku, await highestStrikePrice(sku._id, cycle));
      const content = (await refresh.contentsOf([sku])).get(sku._id);
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
      nudge(stored);
      return stored;
    },

    /** @throws {Refused} CHANGED_MEANWHILE, CYCLE_NOT_EDITABLE, PRICE_NOT_LAWFUL */
    async change(offerId: OfferId, { version, ...changes }: Changes): Promise<Offer> {
      const offer = await offers.one(offerId);
      if (offer.version !== version) throw new Refused('CHANGED_MEANWHILE');
      const cycle = await cycles.one(offer.cycleId);
      assertNotEnded(cycle);
      const touchesGroup = changes.tiers !== undefined || changes.group !== undefined;
      if (touchesGroup && cycle.opensAt <= now())
        throw new Refused(
          'CYCLE_NOT_EDITABLE',
          'Tiers and group targets cannot change once neighbours count on them.',
        );
      if (changes.lotId) await assertLotOf(changes.lotId, offer.skuId);
      const sku = await range.one('skus', offer.skuId);
      const strikePrice = changes.strikePrice === undefined ? offer.strikePrice : changes.strikePrice;
      const pricing = {
        price: changes.price ?? offer.price,
        strikePrice: strikePrice ?? undefined,
        tiers: changes.tiers ?? offer.tiers,
        clearance: changes.clearance ?? offer.clearance,
      };
      assertLawful(pricing, sku, await highestStrikePrice(sku._id, cycle));
      const at = now();
      const changed = await offers.changeConditions(offer, changes, {
        event: offersChanged(offer.cycleId, offerId, at),
        at,
      });
      if (!changed) throw new Refused('CHANGED_MEANWHILE');
      nudge(changed);
      return changed;
    },

    async setOnSale(offerId: OfferId, onSale: boolean): Promise<Offer> {
      const { cycleId } = await offers.one(offerId);
      const changed = await offers.setOnSale(offerId, onSale, offersChanged(cycleId, offerId, now()));
      nudge(changed);
      return changed;
    },

    /**
     * @param id identity of the wish: the same one again changes nothing.
     * @throws {Refused} STOCK_BELOW_SOLD when fewer units are free than shall be taken, CYCLE_NOT_EDITABLE after cutoff.
     */
    async adjust(
      offerId: OfferId,
      fields: AdjustmentFields,
      who: { id: string; by: AccountId },
    ): Promise<Offer> {
      const { units, reason, note } = fields;
      const at = now();
      const adjustment: Adjustment = { ...who, units, reason, ...(note === undefined ? {} : { note }), at };
      const offer = await offers.one(offerId);
      const earlier = offer.adjustments.find(({ id }) => id === who.id);
      if (earlier) return sameWish(earlier, adjustment, offer);
      assertNotEnded(await cycles.one(offer.cycleId));
      const adjusted = await offers.adjust(offerId, adjustment);
      if (adjusted) return adjusted;
      const after = await offers.one(offerId);
      const twin = after.adjustments.find(({ id }) => id === who.id);
      if (twin) return sameWish(twin, adjustment, after);
      throw new Refused('STOCK_BELOW_SOLD', undefined, { available: after.available });
    },
  };

  async function assertLotOf(lotId: NonNullable<Fields['lotId']>, skuId: Offer['skuId']): Promise<void> {
    const lot = await range.one('lots', lotId);
    if (lot.skuId !== skuId) throw new Refused('MALFORMED_REQUEST', 'The lot is of another Sku.');
  }
}

function sameWish(earlier: Adjustment, wish: Adjustment, offer: Offer): Offer {
  if (earlier.units !== wish.units || earlier.reason !== wish.reason)
    throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return offer;
}
