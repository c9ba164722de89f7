import { type CatalogParts, createCatalog } from './catalog';
import { memoryFiles } from '../../tests/support/memoryFiles';
import { catalogWorld, openCycleId } from '../../tests/support/catalog';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { anId } from '../../tests/support/anId';
import { refreshStaleOffers } from './usecases/offers/refreshStaleOffers';
import { changeProduct } from './usecases/range/changeProduct';
import { changeSku } from './usecases/range/changeSku';
import { changeSupplier } from './usecases/range/changeSupplier';
import { knownPointsOn } from './storage/knownPoints';

const mortal = mortalWrites();
const name = (text: string) => ({ zh: text, en: text });

/** A product on sale in the open cycle, and the service's use cases as two processes have them. */
async function onSale() {
  const world = await catalogWorld();
  const made = async <T>(path: string, body: object): Promise<T> =>
    (await world.post(path, body).expect(201)).body as T;
  const { categoryId } = await made<{ categoryId: string }>('/categories', {
    name: name('水果'),
    position: 1,
  });
  const { supplierId } = await made<{ supplierId: string }>('/suppliers', { name: '老农场' });
  const { productId } = await made<{ productId: string }>('/products', {
    ...{ categoryId, title: name('苹果'), temperature: 'ambient', fresh: true },
  });
  const { skuId } = await made<{ skuId: string }>(`/products/${productId}/skus`, {
    ...{
      pack: name('一斤'),
      unitCost: { amount: 300, currency: 'CNY' },
      caseUnits: 10,
      supplierMinimumUnits: 0,
    },
    ...{ soldBy: 'piece', nominalGrams: 500, supplierId },
  });
  const { offerId } = await made<{ offerId: string }>('/offers', {
    ...{ cycleId: openCycleId, skuId, price: { amount: 990, currency: 'CNY' }, stock: 10 },
  });
  const parts: CatalogParts = {
    ...{ collections: world.collections, pictureStore: memoryFiles(), nudge: () => undefined },
    ...{ call: world.deps.call, now: world.now, log: world.deps.log },
    knownPoints: knownPointsOn(world.connection, world.now),
  };
  const process = () => createCatalog(parts);
  return {
    world,
    process,
    productId: anId(productId as 'prd_1'),
    skuId: anId(skuId as 'sku_1'),
    supplierId: anId(supplierId as 'sup_1'),
    offerId,
  };
}
type OnSale = Awaited<ReturnType<typeof onSale>>;
type Process = ReturnType<OnSale['process']>;

const edits: readonly [string, (process: Process, on: OnSale) => Promise<unknown>, object][] = [
  [
    'a product',
    (process, { productId }) => changeProduct(process, productId, { version: 1, title: name('红富士') }),
    { title: name('红富士') },
  ],
  [
    'a Sku',
    (process, { skuId }) => changeSku(process, skuId, { version: 1, pack: name('两斤') }),
    { pack: name('两斤') },
  ],
  [
    'a supplier',
    (process, { supplierId }) => changeSupplier(process, supplierId, { version: 1, name: '新农场' }),
    { supplierName: '新农场' },
  ],
];

describe.each(edits)('an edit of %s', (_, edit, shown) => {
  test.each(['before', 'after'] as const)(
    'shows in the offers, though its process is killed %s any write',
    async (when) => {
      for (let lives = 0, died = true; died; lives += 1) {
        const on = await onSale();
        died = await mortal.dies(when, lives, () => edit(on.process(), on));
        const next = on.process();
        await refreshStaleOffers(next);
        // The operator, who heard nothing, asks again: it is done by now, or is done now.
        if (died)
          await edit(next, on).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'CHANGED_MEANWHILE' });
          });
        const offer = await on.world.offer(on.offerId);
        expect(offer).toMatchObject(shown);
        expect(
          offer.outbox.filter(({ type }) => type === 'catalog.offers_changed.v1').length,
        ).toBeGreaterThan(0);
        expect(await next.range.stale()).toEqual({ products: [], skus: [], suppliers: [] });
        await on.world.stop();
      }
    },
    120_000,
  );
});
