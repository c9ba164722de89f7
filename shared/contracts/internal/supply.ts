import { CityDate } from '../common';
import { endpoint } from '../endpoint';
import { LotId, SkuId, SupplierId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';
import { SoldBy, Temperature } from './goods';

/** What a Sku costs its merchant at this moment, and how its goods must be kept on the way in. */
export const SupplyTerms = z.object({
  skuId: SkuId,
  /** What the supplier asks for one unit. */
  unitCost: Money,
  temperature: Temperature,
  soldBy: SoldBy,
  nominalGrams: z.int().min(1),
});
export type SupplyTerms = z.infer<typeof SupplyTerms>;

/** A Lot as whoever receives goods must know it. */
export const LotTerms = z.object({
  lotId: LotId,
  skuId: SkuId,
  supplierId: SupplierId,
  code: z.string(),
  bestBefore: CityDate.optional(),
});
export type LotTerms = z.infer<typeof LotTerms>;

/** What catalog tells about buying and receiving goods. */
export const supplyInternal = {
  getSupplyTerms: endpoint({
    id: 'catalog.getSupplyTerms',
    service: 'catalog',
    method: 'post',
    path: '/internal/skus/supply-terms',
    access: 'internal',
    summary:
      'What up to 500 Skus cost at this moment, and how their goods must be kept; unknown ones are left out.',
    body: z.strictObject({ skuIds: z.array(SkuId).min(1).max(500) }),
    reply: z.object({ skus: z.array(SupplyTerms) }),
    status: 200,
    idempotency: 'natural',
  }),
  findLots: endpoint({
    id: 'catalog.findLots',
    service: 'catalog',
    method: 'post',
    path: '/internal/lots',
    access: 'internal',
    summary: 'Up to 500 lots; unknown ones are left out.',
    body: z.strictObject({ lotIds: z.array(LotId).min(1).max(500) }),
    reply: z.object({ lots: z.array(LotTerms) }),
    status: 200,
    idempotency: 'natural',
  }),
  getSupplierContact: endpoint({
    id: 'catalog.getSupplierContact',
    service: 'catalog',
    method: 'get',
    path: '/internal/suppliers/:supplierId/contact',
    access: 'internal',
    summary: 'Where a supplier gets its purchase orders.',
    params: z.strictObject({ supplierId: SupplierId }),
    reply: z.object({
      supplierId: SupplierId,
      name: z.string(),
      nameEn: z.string().optional(),
      email: z.string().optional(),
    }),
    errors: ['NOT_FOUND'],
  }),
};
