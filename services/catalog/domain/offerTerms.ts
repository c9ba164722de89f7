import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type Offer, type StockKeeping } from './offer';

/** Everything about an offer but its stock: what the services that sell it need. */
export function termsOf(offer: Omit<Offer, StockKeeping>): OfferTerms {
  const { picture, group, limitPerShopper, supplierNameEn, lotId } = offer;
  return {
    offerId: offer._id,
    cycleId: offer.cycleId,
    cityId: offer.cityId,
    productId: offer.productId,
    skuId: offer.skuId,
    categoryId: offer.categoryId,
    title: offer.title,
    pack: offer.pack,
    ...(picture ? { pictureUrl: picture.medium } : {}),
    soldBy: offer.soldBy,
    nominalGrams: offer.nominalGrams,
    price: offer.price,
    tiers: [...offer.tiers],
    ...(group ? { group } : {}),
    ...(limitPerShopper === undefined ? {} : { limitPerShopper }),
    flash: offer.flash,
    commissionBasisPoints: offer.commissionBasisPoints,
    temperature: offer.temperature,
    fresh: offer.fresh,
    supplierId: offer.supplierId,
    supplierName: offer.supplierName,
    ...(supplierNameEn === undefined ? {} : { supplierNameEn }),
    caseUnits: offer.caseUnits,
    supplierMinimumUnits: offer.supplierMinimumUnits,
    ...(lotId === undefined ? {} : { lotId }),
    onSale: offer.onSale,
    version: offer.version,
  };
}
