import { type SkuId } from '#shared/contracts/ids';
import { type OfferContent } from '../../domain/offer';
import { offerContent } from '../../domain/offerContent';
import { type Sku } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** What offers of some Skus show of their product, Sku and supplier as these are now. */
export async function offerContents(
  { range }: Pick<CatalogDeps, 'range'>,
  skus: readonly Sku[],
): Promise<Map<SkuId, OfferContent>> {
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
