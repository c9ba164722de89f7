import { type ordersInternal, type OrderToHandOut, type StopLoad } from '#shared/contracts/internal/orders';
import { found } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { collectorOf, coming, type StopTotals } from '../domain/consolidation';
import { addressOf } from '../domain/orderEvents';
import { doorOf, type Order } from '../domain/order';
import { ordersToHandOut } from '../storage/handoverOrderStore';
import { type ConsolidationStore } from '../storage/consolidationStore';
import { type OrdersDeps } from '../usecases/deps';

type Deps = Pick<OrdersDeps, 'orders'> & { readonly consolidations: ConsolidationStore };

/** What delivery asks: what to bring where, and what to hand to whom. */
export function handOutRoutes({ orders, consolidations }: Deps): Handlers<typeof ordersInternal> {
  return {
    getConsolidationSummary: async ({ params }) => {
      const { id, cityId, cycleId, pickupDate, version, supersededBy } = found(
        await consolidations.find(params.consolidationId),
      );
      return {
        consolidationId: id,
        cityId,
        cycleId,
        pickupDate,
        version,
        ...(supersededBy === undefined ? {} : { supersededBy }),
      };
    },
    listStopLoads: async ({ params: { consolidationId }, query }) => {
      found(await consolidations.find(consolidationId));
      const { items, nextCursor } = await consolidations.stops(consolidationId, query);
      return { items: items.map(presentLoad), nextCursor };
    },
    listOrdersToHandOut: async ({ params: { consolidationId, pickupPointId }, query }) => {
      const { cycleId } = found(await consolidations.find(consolidationId));
      const stop = { cycleId, pickupPointId };
      const { items, nextCursor } = await ordersToHandOut(orders.collection, stop, query);
      return { items: items.map(presentToHandOut), nextCursor };
    },
    getOrderStanding: async ({ params }) => {
      const order = found(await orders.find(params.orderId));
      return { ...addressOf(order), status: order.status };
    },
    getOrderToHandOut: async ({ params }) => presentToHandOut(found(await orders.find(params.orderId))),
  };
}

const presentLoad = ({ pickupPointId, orders, skus }: StopTotals): StopLoad => ({
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

const presentToHandOut = (order: Order): OrderToHandOut => ({
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
