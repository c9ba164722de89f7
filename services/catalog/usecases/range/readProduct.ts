import { type ProductId } from '#shared/contracts/ids';
import { type Product } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const readProduct = ({ range }: Pick<CatalogDeps, 'range'>, productId: ProductId): Promise<Product> =>
  range.one('products', productId);
