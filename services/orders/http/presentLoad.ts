import { type StopLoad } from '#shared/contracts/internal/orders';
import { type StopTotals } from '../domain/consolidation';

export const presentLoad = ({ pickupPointId, orders, skus }: StopTotals): StopLoad => ({
  pickupPointId,
  orders,
  skus: skus.map(({ skuId, title, temperature, units, grams }) => ({
    skuId,
    title,
    temperature,
    units,
    grams,
  })),
});
