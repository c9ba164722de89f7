import { type SkuId } from '#shared/contracts/ids';
import { type Sku } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const readSku = ({ range }: Pick<CatalogDeps, 'range'>, skuId: SkuId): Promise<Sku> =>
  range.one('skus', skuId);
