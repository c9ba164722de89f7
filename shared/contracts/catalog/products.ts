import { Bilingual, page, pageQuery, Text, Version } from '../common';
import { endpoint } from '../endpoint';
import { CategoryId, PictureId, ProductId, SkuId, SupplierId } from '../ids';
import { SoldBy, Temperature } from '../internal/catalog';
import { Money } from '../money';
import { z } from '../zod';
import { ProductPicture, seenVersion } from './common';

export const Sku = z
  .object({
    skuId: SkuId,
    productId: ProductId,
    pack: Bilingual(60),
    soldBy: SoldBy,
    /** Weight of one unit in grams; for `weight` the price depends on the real one. */
    nominalGrams: z.int(),
    /** What the supplier asks for one unit. */
    unitCost: Money,
    supplierId: SupplierId,
    caseUnits: z.int(),
    supplierMinimumUnits: z.int(),
    version: Version,
  })
  .meta({ id: 'Sku' });
export type Sku = z.infer<typeof Sku>;

export const Product = z
  .object({
    productId: ProductId,
    categoryId: CategoryId,
    title: Bilingual(80),
    description: Bilingual(2000).optional(),
    /** How to keep it at home, beyond what its temperature says. */
    storageAdvice: Bilingual(300).optional(),
    /** Other words that people search it by. */
    keywords: z.array(z.string()),
    pictures: z.array(ProductPicture),
    temperature: Temperature,
    fresh: z.boolean(),
    skus: z.array(Sku),
    version: Version,
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof Product>;

const productFields = {
  categoryId: CategoryId,
  title: Bilingual(80),
  description: Bilingual(2000).optional(),
  storageAdvice: Bilingual(300).optional(),
  keywords: z.array(Text(20)).max(20).optional(),
  /** The first one is shown in lists. */
  pictureIds: z.array(PictureId).max(9).optional(),
  /** What pictures show, for people who do not see them. */
  pictureAlts: z
    .array(z.strictObject({ pictureId: PictureId, alt: Bilingual(120) }))
    .max(9)
    .optional(),
  temperature: Temperature,
  fresh: z.boolean(),
};

/** What is not named stays; null takes it away. */
const productChanges = {
  ...z.strictObject(productFields).partial().shape,
  description: Bilingual(2000).nullable().optional(),
  storageAdvice: Bilingual(300).nullable().optional(),
};

/** What can change without making it another Sku. How it is sold and what it weighs cannot: that is a new Sku. */
const changeableSkuFields = {
  pack: Bilingual(60),
  unitCost: Money,
  caseUnits: z.int().min(1).max(10_000),
  supplierMinimumUnits: z.int().min(0).max(1_000_000),
};

const productId = z.strictObject({ productId: ProductId });

export const productsApi = {
  listProducts: endpoint({
    id: 'catalog.listProducts',
    service: 'catalog',
    method: 'get',
    path: '/products',
    access: ['operator'],
    summary: 'Products with their Skus, by category or by words (Chinese, English, pinyin, initials).',
    query: z.strictObject({ ...pageQuery, categoryId: CategoryId.optional(), q: Text(40).optional() }),
    reply: page(Product),
  }),
  addProduct: endpoint({
    id: 'catalog.addProduct',
    service: 'catalog',
    method: 'post',
    path: '/products',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds a product; its packs are added as Skus.',
    body: z.strictObject(productFields),
    reply: Product,
    status: 201,
    errors: ['NOT_FOUND'],
    idempotency: 'stored',
  }),
  readProduct: endpoint({
    id: 'catalog.readProduct',
    service: 'catalog',
    method: 'get',
    path: '/products/:productId',
    access: ['operator'],
    summary: 'One product with its Skus.',
    params: productId,
    reply: Product,
    errors: ['NOT_FOUND'],
  }),
  changeProduct: endpoint({
    id: 'catalog.changeProduct',
    service: 'catalog',
    method: 'patch',
    path: '/products/:productId',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Changes a product; offers of cycles that have not ended show it, too. What is not named stays; null takes a text away.',
    params: productId,
    body: z.strictObject({ ...seenVersion, ...productChanges }),
    reply: Product,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    idempotency: 'stored',
  }),
  addSku: endpoint({
    id: 'catalog.addSku',
    service: 'catalog',
    method: 'post',
    path: '/products/:productId/skus',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds a sellable pack of a product, by piece or by weight.',
    params: productId,
    body: z.strictObject({
      ...changeableSkuFields,
      soldBy: SoldBy,
      nominalGrams: z.int().min(1).max(100_000),
      supplierId: SupplierId,
    }),
    reply: Sku,
    status: 201,
    errors: ['NOT_FOUND'],
    idempotency: 'stored',
  }),
  readSku: endpoint({
    id: 'catalog.readSku',
    service: 'catalog',
    method: 'get',
    path: '/skus/:skuId',
    access: ['operator'],
    summary: 'One Sku.',
    params: z.strictObject({ skuId: SkuId }),
    reply: Sku,
    errors: ['NOT_FOUND'],
  }),
  changeSku: endpoint({
    id: 'catalog.changeSku',
    service: 'catalog',
    method: 'patch',
    path: '/skus/:skuId',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Changes the pack, cost or supplier numbers of a Sku. How it is sold cannot change: add another Sku.',
    params: z.strictObject({ skuId: SkuId }),
    body: z.strictObject({ ...seenVersion, ...z.strictObject(changeableSkuFields).partial().shape }),
    reply: Sku,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    idempotency: 'stored',
  }),
};
