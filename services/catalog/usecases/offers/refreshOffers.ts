import { type eventCatalogue } from '#shared/contracts/events';
import { type SkuId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { type Offer, type OfferContent } from '../../domain/offer';
import { offerContent } from '../../domain/offerContent';
import { type Product, type Sku, type Supplier } from '../../domain/range';
import { type CycleStore, endOfTime } from '../../storage/cycles';
import { type OfferStore } from '../../storage/offers';
import { type RangeStore } from '../../storage/range';

const event = eventFactory<typeof eventCatalogue>();

/**
 * Lets the offers of cycles that have not ended show what their product, Sku and supplier are now. May be repeated: an offer
 * that shows it already is left alone, and the mark goes only when the thing did not change again meanwhile.
 */
export function refreshOffers({
  range,
  offers,
  cycles,
  now,
  nudge,
}: {
  range: RangeStore;
  offers: OfferStore;
  cycles: CycleStore;
  now: Clock;
  nudge: (offer: { readonly _id: string }) => void;
}) {
  async function ofSkus(skus: readonly Sku[]): Promise<void> {
    const running = await cycles.byCutoff(now(), endOfTime);
    const shown = await offers.ofSkus(
      skus.map(({ _id }) => _id),
      running.map(({ _id }) => _id),
    );
    if (shown.length === 0) return;
    const contents = await contentsOf(skus);
    for (const offer of shown) {
      const content = contents.get(offer.skuId);
      if (content && !shows(offer, content)) await show(offer, content);
    }
  }

  async function contentsOf(skus: readonly Sku[]): Promise<Map<SkuId, OfferContent>> {
    const products = await range.several(
      'products',
      skus.map(({ productId }) => productId),
    );
    const suppliers = await range.several(
      'suppliers',
      skus.map(({ supplierId }) => supplierId),
    );
    const pictures = await range.pictures(products.flatMap(({ pictureIds }) => pictureIds.slice(0, 1)));
    const contents = skus.flatMap((sku) => {
      const product = products.find(({ _id }) => _id === sku.productId);
      const supplier = suppliers.find(({ _id }) => _id === sku.supplierId);
      const picture = pictures.find(({ _id }) => _id === product?.pictureIds[0]);
      return product && supplier
        ? [[sku._id, offerContent(product, sku, supplier, picture?.urls)] as const]
        : [];
    });
    return new Map(contents);
  }

  /** An operator who changes the offer at the same moment wins; the next turn shows the content. */
  async function show(offer: Offer, content: OfferContent): Promise<void> {
    const changed = { cycleId: offer.cycleId, offerIds: [offer._id] };
    const told = event('catalog.offers_changed.v1', offer._id, changed, { now: now() });
    for (let latest = offer; !(await offers.showContent(latest, content, told));)
      latest = await offers.one(offer._id);
    nudge(offer);
  }

  const refresh = {
    async ofProduct(product: Product): Promise<void> {
      await ofSkus(await range.skusOf([product._id]));
      await range.fresh('products', product);
    },
    async ofSku(sku: Sku): Promise<void> {
      await ofSkus([sku]);
      await range.fresh('skus', sku);
    },
    async ofSupplier(supplier: Supplier): Promise<void> {
      await ofSkus(await range.skusOfSupplier(supplier._id));
      await range.fresh('suppliers', supplier);
    },
    contentsOf,
    /** Finishes what processes that died left to do. */
    async stale(): Promise<void> {
      const { products, skus, suppliers } = await range.stale();
      for (const product of products) await refresh.ofProduct(product);
      for (const sku of skus) await refresh.ofSku(sku);
      for (const supplier of suppliers) await refresh.ofSupplier(supplier);
    },
  };
  return refresh;
}

export type RefreshOffers = ReturnType<typeof refreshOffers>;

const shows = (offer: Offer, content: OfferContent): boolean =>
  Boolean(offer.picture) === Boolean(content.picture) &&
  Object.entries(content).every(
    ([name, value]) => JSON.stringify(offer[name as keyof OfferContent]) === JSON.stringify(value),
  );
