import { type Sku } from '#shared/contracts/catalog/products';
import { type SoldBy } from '#shared/contracts/internal/catalog';
import { cnyOf, isAmount, isChosen, isFilled, isWhole, typedHundredths, wholeOf } from '@/blocks/form/check';
import { type Wrong } from '@/blocks/form/refusal';
import { api } from '@/client/api';

export type SkuDraft = {
  readonly version: number;
  readonly packZh: string;
  readonly packEn: string;
  readonly soldBy: string;
  readonly nominalGrams: string;
  readonly unitCost: string;
  readonly supplierId: string;
  readonly caseUnits: string;
  readonly supplierMinimumUnits: string;
};

export const skuDraft = (sku?: Sku): SkuDraft => ({
  version: sku?.version ?? 0,
  packZh: sku?.pack.zh ?? '',
  packEn: sku?.pack.en ?? '',
  soldBy: sku?.soldBy ?? 'piece',
  nominalGrams: sku ? String(sku.nominalGrams) : '',
  unitCost: sku ? typedHundredths(sku.unitCost.amount) : '',
  supplierId: sku?.supplierId ?? '',
  caseUnits: String(sku?.caseUnits ?? 1),
  supplierMinimumUnits: String(sku?.supplierMinimumUnits ?? 0),
});

export const checkSku = (draft: SkuDraft): Wrong<SkuDraft> => ({
  packZh: isFilled(draft.packZh),
  packEn: isFilled(draft.packEn),
  nominalGrams: isWhole(draft.nominalGrams, 1, 100_000),
  unitCost: isAmount(draft.unitCost),
  supplierId: isChosen(draft.supplierId),
  caseUnits: isWhole(draft.caseUnits, 1, 10_000),
  supplierMinimumUnits: isWhole(draft.supplierMinimumUnits, 0, 1_000_000),
});

/** Adds a Sku to the product, or changes the one with `skuId`: how it is sold stays then. */
export const saveSku = (key: string, draft: SkuDraft, productId: string, skuId?: string): Promise<Sku> => {
  const changeable = {
    pack: { zh: draft.packZh, en: draft.packEn },
    unitCost: cnyOf(draft.unitCost),
    caseUnits: wholeOf(draft.caseUnits) ?? 1,
    supplierMinimumUnits: wholeOf(draft.supplierMinimumUnits) ?? 0,
  };
  if (skuId !== undefined)
    return api.catalog.changeSku({
      params: { skuId },
      body: { ...changeable, version: draft.version },
      idempotencyKey: key,
    });
  return api.catalog.addSku({
    params: { productId },
    body: {
      ...changeable,
      soldBy: draft.soldBy as SoldBy,
      nominalGrams: wholeOf(draft.nominalGrams) ?? 0,
      supplierId: draft.supplierId,
    },
    idempotencyKey: key,
  });
};
