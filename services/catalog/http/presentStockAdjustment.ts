import { type z } from '#shared/contracts/zod';
import { type StockAdjustment } from '#shared/contracts/catalog/offers';
import { type OfferId } from '#shared/contracts/ids';
import { type Adjustment } from '../domain/offer';

export const presentStockAdjustment = (
  offerId: OfferId,
  { units, reason, note, by, at }: Adjustment,
): z.input<typeof StockAdjustment> => ({ offerId, units, reason, note, by, at: at.toISOString() });
