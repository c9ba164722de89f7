import { type OrderToHandOut } from '#shared/contracts/internal/orders';
import { collectorOf, coming } from '../domain/consolidation';
import { doorOf, type Order } from '../domain/order';

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
