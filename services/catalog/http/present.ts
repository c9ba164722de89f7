import { type z } from '#shared/contracts/zod';
import { type City as CityReply, type RulesOfCity } from '#shared/contracts/catalog/cities';
import { type ProductPicture } from '#shared/contracts/catalog/common';
import { type Cycle as CycleReply } from '#shared/contracts/catalog/cycles';
import { type Lot as LotReply } from '#shared/contracts/catalog/lots';
import { type StockAdjustment } from '#shared/contracts/catalog/offers';
import { type Picture as PictureReply } from '#shared/contracts/catalog/pictures';
import { type Product as ProductReply, type Sku as SkuReply } from '#shared/contracts/catalog/products';
import {
  type Category as CategoryReply,
  type Supplier as SupplierReply,
} from '#shared/contracts/catalog/range';
import { type CycleTerms, type Reservation } from '#shared/contracts/internal/catalog';
import { utcOffsets } from '../domain/cityClock';
import { type Adjustment, type Offer } from '../domain/offer';
import {
  type Category,
  type City,
  type Cycle,
  type Lot,
  type Picture,
  type Product,
  type Sku,
  type Supplier,
} from '../domain/range';
import { type ReservationRecord } from '../domain/reservation';

export const presentCity = ({ _id, name, timeZone, centre, rules }: City, now: Date): CityReply => ({
  cityId: _id,
  name,
  timeZone,
  utcOffsets: [...utcOffsets(timeZone, now)],
  centre,
  doorDeliveryFeeFen: rules.doorDeliveryFeeFen,
  freeDeliveryThresholdFen: rules.freeDeliveryThresholdFen,
  freshClaimHours: rules.freshClaimHours,
  otherClaimDays: rules.otherClaimDays,
  chilledOverdueHour: rules.chilledOverdueHour,
  ambientOverdueHours: rules.ambientOverdueHours,
});

export const presentRules = ({ _id, timeZone, rules, version }: City): z.input<typeof RulesOfCity> => ({
  cityId: _id,
  timeZone,
  rules,
  version,
});

export const presentCategory = (category: Category, pictures: readonly Picture[]): CategoryReply => {
  const picture = pictures.find(({ _id }) => _id === category.pictureId);
  const { _id, name, position, hidden, version } = category;
  return { categoryId: _id, name, position, hidden, version, ...(picture ? { picture: picture.urls } : {}) };
};

export const presentSupplier = ({
  _id,
  name,
  contactName,
  phone,
  licence,
  version,
}: Supplier): SupplierReply => ({
  supplierId: _id,
  name,
  contactName,
  phone,
  licence,
  version,
});

export const presentSku = (sku: Sku): SkuReply => ({
  skuId: sku._id,
  productId: sku.productId,
  pack: sku.pack,
  soldBy: sku.soldBy,
  nominalGrams: sku.nominalGrams,
  unitCost: sku.unitCost,
  supplierId: sku.supplierId,
  caseUnits: sku.caseUnits,
  supplierMinimumUnits: sku.supplierMinimumUnits,
  version: sku.version,
});

export const presentProduct = (
  product: Product,
  skus: readonly Sku[],
  pictures: readonly Picture[],
): ProductReply => ({
  productId: product._id,
  categoryId: product.categoryId,
  title: product.title,
  description: product.description,
  storageAdvice: product.storageAdvice,
  keywords: [...product.keywords],
  pictures: picturesOf(product, pictures),
  temperature: product.temperature,
  fresh: product.fresh,
  skus: skus.filter(({ productId }) => productId === product._id).map(presentSku),
  version: product.version,
});

export const picturesOf = (
  { pictureIds, pictureAlts = [] }: Product,
  pictures: readonly Picture[],
): ProductPicture[] =>
  pictureIds.flatMap((pictureId) => {
    const picture = pictures.find(({ _id }) => _id === pictureId);
    const alt = pictureAlts.find((one) => one.pictureId === pictureId)?.alt;
    return picture ? [{ pictureId, ...picture.urls, ...(alt ? { alt } : {}) }] : [];
  });

export const presentLot = (lot: Lot): LotReply => ({
  lotId: lot._id,
  skuId: lot.skuId,
  supplierId: lot.supplierId,
  supplierName: lot.supplierName,
  code: lot.code,
  origin: lot.origin,
  producedOn: lot.producedOn,
  bestBefore: lot.bestBefore,
  certificate: lot.certificate,
  units: lot.units,
  version: lot.version,
});

export const presentCycleTerms = (cycle: Cycle): CycleTerms => ({
  cycleId: cycle._id,
  cityId: cycle.cityId,
  timeZone: cycle.timeZone,
  opensAt: cycle.opensAt.toISOString(),
  cutoffAt: cycle.cutoffAt.toISOString(),
  pickupDate: cycle.pickupDate,
});

export const presentCycle = (cycle: Cycle): CycleReply => ({
  ...presentCycleTerms(cycle),
  version: cycle.version,
});

export const presentAdjustment = (
  { _id }: Offer,
  { units, reason, note, by, at }: Adjustment,
): z.input<typeof StockAdjustment> => ({
  offerId: _id,
  units,
  reason,
  note,
  by,
  at: at.toISOString(),
});

export const presentPicture = ({ _id, urls, width, height }: Picture): z.input<typeof PictureReply> => ({
  pictureId: _id,
  urls,
  width,
  height,
});

export const presentReservation = (record: ReservationRecord): Reservation => ({
  orderId: record._id,
  status: record.status,
  expiresAt: record.expiresAt.toISOString(),
  lines: record.lines.map(({ lineId, offerId, quantity }) => ({ lineId, offerId, quantity })),
});
