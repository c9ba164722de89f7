import { type Cycle } from '../../../shared/contracts/catalog/cycles';
import { type Product, type Sku } from '../../../shared/contracts/catalog/products';
import { type CategoryId, type CityId, type OfferId, type SupplierId } from '../../../shared/contracts/ids';
import { cny } from '../../../shared/contracts/money';
import { type Operator } from '../actors/operator';
import { newKey } from '../actors/person';
import { allPages } from '../actors/waiting';
import { type Good, type GoodName, goodNames, goods } from './goods';

export type Offers = Readonly<Record<GoodName, OfferId>>;

const category = { zh: '演示商品', en: 'Demo day' };
/** English: the browser journeys and the tour read it on English screens. */
export const supplierName = 'Neighbour Farm';
const supplierNameZh = '邻里农场';

/** Category, supplier, products and Skus of the day: made at the first day, found again at the next. */
export async function prepareRange(operator: Operator): Promise<Readonly<Record<GoodName, Sku>>> {
  const { catalog } = operator.api;
  const categories = await catalog.listCategories();
  const { categoryId } =
    categories.items.find(({ name }) => name.en === category.en) ??
    (await catalog.addCategory({
      body: { name: category, position: 9_999, hidden: true },
      idempotencyKey: newKey(),
    }));
  const supplierId = await prepareSupplier(operator);
  const products = await allPages((cursor) =>
    catalog.listProducts({
      query: { categoryId, limit: '100', ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
  const skus = await Promise.all(
    goodNames.map(async (name) => {
      const good: Good = goods[name];
      const product =
        products.find(({ title }) => title.en === good.title.en) ??
        (await addProduct(operator, good, categoryId));
      return [name, product.skus[0] ?? (await addSku(operator, good, { product, supplierId }))] as const;
    }),
  );
  return Object.fromEntries(skus) as Record<GoodName, Sku>;
}

async function prepareSupplier({ api }: Operator): Promise<SupplierId> {
  const suppliers = await allPages((cursor) =>
    api.catalog.listSuppliers({ query: { limit: '100', ...(cursor === undefined ? {} : { cursor }) } }),
  );
  const known = suppliers.find(({ name }) => name === supplierNameZh);
  const supplier =
    known ??
    (await api.catalog.addSupplier({
      body: { name: supplierNameZh, nameEn: supplierName },
      idempotencyKey: newKey(),
    }));
  return supplier.supplierId;
}

const addProduct = (operator: Operator, good: Good, categoryId: CategoryId): Promise<Product> =>
  operator.api.catalog.addProduct({
    body: { categoryId, title: good.title, temperature: good.temperature, fresh: true },
    idempotencyKey: newKey(),
  });

const addSku = (
  operator: Operator,
  good: Good,
  { product, supplierId }: { product: Product; supplierId: SupplierId },
): Promise<Sku> =>
  operator.api.catalog.addSku({
    params: { productId: product.productId },
    body: {
      pack: good.pack,
      soldBy: good.soldBy,
      nominalGrams: good.nominalGrams,
      unitCost: cny(good.costFen),
      supplierId,
      caseUnits: good.caseUnits,
      supplierMinimumUnits: good.supplierMinimumUnits ?? 0,
    },
    idempotencyKey: newKey(),
  });

/** A selling window that opens in a moment. The goods are collected the day after. */
export function scheduleCycle(
  operator: Operator,
  cityId: CityId,
  { opensAt, cutoffAt }: { opensAt: Date; cutoffAt: Date },
): Promise<Cycle> {
  // Far enough ahead for the day to have begun in every time zone.
  const pickupDate = new Date(cutoffAt.getTime() + 32 * 3_600_000).toISOString().slice(0, 10);
  return operator.api.catalog.scheduleCycle({
    body: { cityId, opensAt: opensAt.toISOString(), cutoffAt: cutoffAt.toISOString(), pickupDate },
    idempotencyKey: newKey(),
  });
}

/** Puts all of the day's goods on sale in a cycle, each from a lot of its own. */
export async function offerAll(
  operator: Operator,
  { cycleId }: Cycle,
  skus: Readonly<Record<GoodName, Sku>>,
): Promise<Offers> {
  const { catalog } = operator.api;
  const offers = await Promise.all(
    goodNames.map(async (name) => {
      const good: Good = goods[name];
      const { skuId } = skus[name];
      const today = operator.connection.time.now().toISOString().slice(0, 10);
      const lot = await catalog.addLot({
        body: {
          skuId,
          code: `DEMO-${today}`,
          origin: '浙江',
          originEn: 'Zhejiang',
          producedOn: today,
          units: good.stock,
        },
        idempotencyKey: newKey(),
      });
      const offer = await catalog.addOffer({
        body: {
          cycleId,
          skuId,
          price: cny(good.priceFen),
          stock: good.stock,
          lotId: lot.lotId,
          ...(good.tiers ? { tiers: [...good.tiers] } : {}),
          ...(good.group ? { group: good.group } : {}),
          ...(good.limitPerShopper === undefined ? {} : { limitPerShopper: good.limitPerShopper }),
          ...(good.flash ? { flash: true } : {}),
        },
        idempotencyKey: newKey(),
      });
      return [name, offer.offerId] as const;
    }),
  );
  return Object.fromEntries(offers) as Record<GoodName, OfferId>;
}
