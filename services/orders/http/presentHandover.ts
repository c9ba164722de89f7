import {
  type ordersInternal,
  type OrderStanding,
  type OrderToHandOut,
  type StopLoad,
} from '#shared/contracts/internal/orders';
import { type z } from '#shared/contracts/zod';
import { collectorOf, coming, type Consolidation, type StopTotals } from '../domain/consolidation';
import { doorOf, type Order } from '../domain/order';
import { addressOf } from '../domain/orderEvents';

export const presentSummary = ({
  id,
  cityId,
  cycleId,
  pickupDate,
  version,
  supersededBy,
}: Consolidation): z.input<typeof ordersInternal.getConsolidationSummary.reply> => ({
  consolidationId: id,
  cityId,
  cycleId,
  pickupDate,
  version,
  ...(supersededBy === undefined ? {} : { supersededBy }),
});

export const presentStanding = (order: Order): OrderStanding => ({
  ...addressOf(order),
  status: order.status,
});

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

export const presentToHandOut = (order: Order): OrderToHandOut => ({
  orderId: order.id,
  accountId: order.accountId,
  pickupPointId: order.pickupPointId,
  cityId: order.cityId,
  cycleId: order.cycleId,
  status: order.status,
  version: order.version,
  ...collectorOf(order),
  fulfilment: order.fulfilment.kind,
  ...doorOf(order),
  ...('readyAt' in order.facts ? { readyAt: order.facts.readyAt.toISOString() } : {}),
  lines: coming(order).map(({ lineId, offer, allocated, finalWeightGrams }) => ({
    lineId,
    skuId: offer.skuId,
    title: offer.title,
    pack: offer.pack,
    temperature: offer.temperature,
    fresh: offer.fresh,
    units: allocated,
    ...(finalWeightGrams === undefined ? {} : { finalWeightGrams }),
  })),
});
