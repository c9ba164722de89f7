import { type CycleId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { newOffer } from '../../domain/newOffer';
import { type Offer, type OfferContent } from '../../domain/offer';
import { assertLawful, PriceNotLawful } from '../../domain/offerPrice';
import { type Cycle, type Sku } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { assertNotEnded } from './assertNotEnded';
import { offerContents } from './offerContents';
import { offersChanged } from './offersChanged';
import { highestStrikePrice } from './pricePeriods';

type Deps = Pick<CatalogDeps, 'range' | 'offers' | 'cycles' | 'now' | 'nudge'>;

/**
 * Copies the offers of one cycle into another, each under an id that follows from cycle and Sku: doing it again, after a crash
 * too, copies what is missing and nothing twice.
 * @throws {Refused} CYCLE_NOT_EDITABLE after the cutoff of the cycle that is copied into.
 */
export async function copyOffers(
  deps: Deps,
  toCycleId: CycleId,
  fromCycleId: CycleId,
): Promise<{ copied: number; leftOut: number }> {
  const { range, offers, cycles, now, nudge } = deps;
  const [to, from] = [await cycles.one(toCycleId), await cycles.one(fromCycleId)];
  if (from.cityId !== to.cityId) throw notFound();
  assertNotEnded(to, now());
  const [known, models] = [await offers.skusIn(to._id), await offers.all(from._id)];
  const missing = models.filter(({ skuId }) => !known.has(skuId));
  const skus = await range.several(
    'skus',
    missing.map(({ skuId }) => skuId),
  );
  const contents = await offerContents(deps, skus);
  let copied = 0;
  for (const model of missing) {
    const sku = skus.find(({ _id }) => _id === model.skuId);
    const content = contents.get(model.skuId);
    if (!sku || !content || !model.onSale) continue;
    const offer = await copyOf(deps, model, to, { sku, content });
    if (!offer) continue;
    nudge('offers', await offers.insert(offer));
    copied += 1;
  }
  return { copied, leftOut: models.length - copied };
}

/** Nothing when the price is not lawful any more. */
async function copyOf(
  deps: Deps,
  model: Offer,
  to: Cycle,
  { sku, content }: { sku: Sku; content: OfferContent },
): Promise<Offer | undefined> {
  const highest = model.strikePrice ? await highestStrikePrice(deps, sku._id, to) : undefined;
  const { strikePrice, ...plain } = model;
  const conditions = isLawful({ ...plain, strikePrice }, sku, highest) ? { ...plain, strikePrice } : plain;
  if (!isLawful(conditions, sku, highest)) return undefined;
  const offerId = derivedId('off', to._id, sku._id);
  const at = deps.now();
  const outbox = [offersChanged(to._id, offerId, at)];
  return newOffer(offerId, to, content, { conditions, stock: model.initial, at, outbox });
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
