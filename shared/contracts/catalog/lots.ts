import { CityDate, page, pageQuery, Text, Version } from '../common';
import { endpoint } from '../endpoint';
import { LotId, SkuId, SupplierId } from '../ids';
import { z } from '../zod';
import { seenVersion } from './common';

/** What anybody may know about where goods come from. */
export const Lot = z
  .object({
    lotId: LotId,
    skuId: SkuId,
    supplierId: SupplierId,
    supplierName: z.string(),
    supplierNameEn: z.string().optional(),
    /** The batch number that the supplier printed. */
    code: z.string(),
    origin: z.string(),
    /** Shown in English; absent: `origin` is. */
    originEn: z.string().optional(),
    producedOn: CityDate,
    bestBefore: CityDate.optional(),
    /** Number of the inspection or quarantine certificate. */
    certificate: z.string().optional(),
    units: z.int(),
    version: Version,
  })
  .meta({ id: 'Lot' });
export type Lot = z.infer<typeof Lot>;

const lotFields = {
  code: Text(40),
  origin: Text(80),
  originEn: Text(80).optional(),
  producedOn: CityDate,
  bestBefore: CityDate.optional(),
  certificate: Text(60).optional(),
  units: z.int().min(1).max(10_000_000),
};

const lotChanges = {
  ...z.strictObject(lotFields).partial().shape,
  originEn: Text(80).nullable().optional(),
  bestBefore: CityDate.nullable().optional(),
  certificate: Text(60).nullable().optional(),
};

export const lotsApi = {
  listLots: endpoint({
    id: 'catalog.listLots',
    service: 'catalog',
    method: 'get',
    path: '/lots',
    access: ['operator'],
    summary: 'Lots, newest first, of one Sku or of all.',
    query: z.strictObject({ ...pageQuery, skuId: SkuId.optional() }),
    reply: page(Lot),
  }),
  addLot: endpoint({
    id: 'catalog.addLot',
    service: 'catalog',
    method: 'post',
    path: '/lots',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Records an inbound lot of a Sku; offers name it, so that every sale can be traced.',
    body: z.strictObject({ skuId: SkuId, ...lotFields }),
    reply: Lot,
    status: 201,
    errors: ['NOT_FOUND'],
    idempotency: 'stored',
  }),
  readLot: endpoint({
    id: 'catalog.readLot',
    service: 'catalog',
    method: 'get',
    path: '/lots/:lotId',
    access: 'public',
    summary: 'Where goods come from: supplier, origin, dates, certificate.',
    params: z.strictObject({ lotId: LotId }),
    reply: Lot,
    errors: ['NOT_FOUND'],
  }),
  correctLot: endpoint({
    id: 'catalog.correctLot',
    service: 'catalog',
    method: 'patch',
    path: '/lots/:lotId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Corrects what was recorded about a lot; what is not named stays, null takes it away.',
    params: z.strictObject({ lotId: LotId }),
    body: z.strictObject({ ...seenVersion, ...lotChanges }),
    reply: Lot,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    idempotency: 'stored',
  }),
};
