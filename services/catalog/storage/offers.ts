import { type mongo } from 'mongoose';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { type CycleId, OfferId, type SkuId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type PageWish } from '#shared/kit/mongo/pages';
import {
  type Adjustment,
  type Offer,
  type OfferConditions,
  type OfferContent,
  optionalContent,
} from '../domain/offer';
import { type PricePeriod, pricePeriods } from '../domain/priceHistory';
import { type Cycle } from '../domain/range';
import { pageById } from './pages';

/** Adjustments stay in the offer, where they are applied; so many are more than any cycle needs. */
const maxAdjustments = 2_000;

type Condition = keyof OfferConditions;
/** Undefined stays, null is taken away. */
export type ConditionChanges = { readonly [K in Condition]?: OfferConditions[K] | null | undefined };

/** Offers as operators write and read them; stock moves through the stock use cases. */
export function offerStore(offers: mongo.Collection<Offer>) {
  const one = async (offerId: OfferId): Promise<Offer> => found(await offers.findOne({ _id: offerId }));

  return {
    one,
    /** Offers of a cycle, oldest first; those that `isMeant`, when given. */
    page: (
      ofCycle: { readonly cycleId: CycleId; readonly onSale?: boolean },
      wish: PageWish,
      isMeant?: (offer: Offer) => boolean,
    ) => pageById(offers, OfferId, wish, { filter: ofCycle, isMeant }),
    all: (cycleId: CycleId) => offers.find({ cycleId }).toArray(),
    skusIn: async (cycleId: CycleId): Promise<Set<SkuId>> =>
      new Set(
        (await offers.find({ cycleId }, { projection: { skuId: 1 } }).toArray()).map(({ skuId }) => skuId),
      ),

    /** @throws {Refused} ALREADY_EXISTS when the cycle offers the Sku already. The same offer again is no error. */
    async insert(offer: Offer): Promise<Offer> {
      try {
        await offers.insertOne(offer);
        return offer;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const same = await offers.findOne({ _id: offer._id });
        if (same) return same;
        throw new Refused('ALREADY_EXISTS', 'This cycle offers that Sku already.');
      }
    },

    /** Changes conditions of the offer as seen at `version`; null when it has another by now. */
    changeConditions(
      offer: Offer,
      changes: ConditionChanges,
      { event, at }: { event: EventEnvelope; at: Date },
    ): Promise<Offer | null> {
      const entries = Object.entries(changes);
      const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
      const unset = Object.fromEntries(
        entries.filter(([, value]) => value === null).map(([name]) => [name, '' as const]),
      );
      const { price } = changes;
      const hasNewPrice = price && price.amount !== offer.price.amount;
      return offers.findOneAndUpdate(
        { _id: offer._id, version: offer.version },
        {
          $set: set,
          $unset: unset,
          $inc: { version: 1 },
          $push: { outbox: event, ...(hasNewPrice ? { prices: { price, from: at } } : {}) },
        },
        { returnDocument: 'after' },
      );
    },

    /** Puts the offer on or off sale; the same again changes nothing. */
    async setOnSale(offerId: OfferId, onSale: boolean, event: EventEnvelope): Promise<Offer> {
      const changed = await offers.findOneAndUpdate(
        { _id: offerId, onSale: !onSale },
        { $set: { onSale }, $inc: { version: 1 }, $push: { outbox: event } },
        { returnDocument: 'after' },
      );
      return changed ?? one(offerId);
    },

    /** Offers of some Skus in some cycles. */
    ofSkus: (skuIds: readonly SkuId[], cycleIds: readonly CycleId[]) =>
      offers.find({ skuId: { $in: [...skuIds] }, cycleId: { $in: [...cycleIds] } }).toArray(),

    /** Shows other content; false when the offer has another version by now. */
    async showContent(offer: Offer, content: OfferContent, event: EventEnvelope): Promise<boolean> {
      const { matchedCount } = await offers.updateOne(
        { _id: offer._id, version: offer.version },
        {
          $set: content,
          $unset: Object.fromEntries(
            optionalContent.filter((name) => content[name] === undefined).map((name) => [name, '']),
          ),
          $inc: { version: 1 },
          $push: { outbox: event },
        },
      );
      return matchedCount === 1;
    },

    /** Adds units (negative: takes some that are free). Null when there are not so many, or the same was done before. */
    adjust(offerId: OfferId, adjustment: Adjustment): Promise<Offer | null> {
      const { id, units } = adjustment;
      return offers.findOneAndUpdate(
        {
          _id: offerId,
          available: { $gte: -units },
          'adjustments.id': { $ne: id },
          [`adjustments.${maxAdjustments - 1}`]: { $exists: false },
        },
        { $inc: { available: units, adjusted: units }, $push: { adjustments: adjustment } },
        { returnDocument: 'after' },
      );
    },

    /** Prices at which a Sku was on sale in some cycles before `before`. */
    async pricePeriods(skuId: SkuId, cycles: readonly Cycle[], before: Date): Promise<PricePeriod[]> {
      const past = await offers
        .find(
          { skuId, cycleId: { $in: cycles.map(({ _id }) => _id) } },
          { projection: { cycleId: 1, prices: 1 } },
        )
        .toArray();
      return past.flatMap((offer) => {
        const cycle = cycles.find(({ _id }) => _id === offer.cycleId);
        return cycle ? pricePeriods(offer, cycle, before) : [];
      });
    },
  };
}

export type OfferStore = ReturnType<typeof offerStore>;
