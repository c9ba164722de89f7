import { type CycleId } from '#shared/contracts/ids';
import { notFound, Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { newOffer } from '../../domain/newOffer';
import { type Offer } from '../../domain/offer';
import { assertLawful, PriceNotLawful } from '../../domain/offerPrice';
import { type Cycle, type Sku } from '../../domain/range';
import { type OfferContent } from '../../domain/offer';
import { offersChanged, type OfferDeps, strikePriceReader } from './pricePeriods';

/**
 * Copies the offers of one cycle into another, each under an id that follows from cycle and Sku: doing it again, after a crash
 * too, copies what is missing and nothing twice.
 * @throws {Refused} CYCLE_NOT_EDITABLE after the cutoff of the cycle that is copied into.
 */
export function copyOffers(deps: OfferDeps) {
  const { range, offers, cycles, refresh, now, nudge } = deps;
  const highestStrikePrice = strikePriceReader(deps);

  return async (toCycleId: CycleId, fromCycleId: CycleId): Promise<{ copied: number; leftOut: number }> => {
    const [to, from] = [await cycles.one(toCycleId), await cycles.one(fromCycleId)];
    if (from.cityId !== to.cityId) throw notFound();
    if (to.cutoffAt <= now()) throw new Refused('CYCLE_NOT_EDITABLE');
    const [known, models] = [await offers.skusIn(to._id), await offers.all(from._id)];
    const missing = models.filter(({ skuId }) => !known.has(skuId));
    const skus = await range.several(
      'skus',
      missing.map(({ skuId }) => skuId),
    );
    const contents = await refresh.contentsOf(skus);
    let copied = 0;
    for (const model of missing) {
      const sku = skus.find(({ _id }) => _id === model.skuId);
      const content = contents.get(model.skuId);
      if (!sku || !content || !model.onSale) continue;
      const offer = await copy(model, to, { sku, content });
      if (!offer) continue;
      nudge(await offers.insert(offer));
      copied += 1;
    }
    return { copied, leftOut: models.length - copied };
  };

  /** Nothing when the price is not lawful any more. */
  async function copy(
    model: Offer,
    to: Cycle,
    { sku, content }: { sku: Sku; content: OfferContent },
  ): Promise<Offer | undefined> {
    const highest = model.strikePrice ? await highestStrikePrice(sku._id, to) : undefined;
    const { strikePrice, ...plain } = model;
    const conditions = isLawful({ ...plain, strikePrice }, sku, highest) ? { ...plain, strikePrice } : plain;
    if (!isLawful(conditions, sku, highest)) return undefined;
    const offerId = derivedId('off', to._id, sku._id);
    const at = now();
    const outbox = [offersChanged(to._id, offerId, at)];
    return newOffer(offerId, to, content, { conditions, stock: model.initial, at, outbox });
  }
}

function isLawful(...pricing: Parameters<typeof assertLawful>): boolean {
  try {
    assertLawful(...pricing);
    return true;
  } catch (error) {
    if (error instanceof PriceNotLawful) return false;
    throw error;
  }
}
