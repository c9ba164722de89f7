import { Bilingual, Grams, Instant, pageQuery, page } from '../common';
import { endpoint } from '../endpoint';
import { OrderMoney } from '../events/orderMoney';
import { Fulfilment, orderAddress, OrderStatus } from '../events/orders';
import { AccountId, CityId, ConsolidationId, CycleId, LineId, OrderId, PickupPointId, SkuId } from '../ids';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';
import { PurchaseOrderView } from '../orders/consolidationViews';
import { Temperature } from './catalog';

/** The part of an order that is carried and handed out. */
export const OrderToHandOut = z.object({
  orderId: OrderId,
  accountId: AccountId,
  pickupPointId: PickupPointId,
  cityId: CityId,
  cycleId: CycleId,
  status: OrderStatus,
  version: z.int(),
  /** Who collects, as the leader may see it: a name, and the last four digits. */
  recipientName: z.string(),
  phoneTail: z.string(),
  fulfilment: Fulfilment,
  /** The door that it is brought to. */
  address: z.string().optional(),
  /** When the leader received the goods; absent before. */
  readyAt: Instant.optional(),
  lines: z.array(
    z.object({
      lineId: LineId,
      skuId: SkuId,
      title: Bilingual(80),
      pack: Bilingual(60),
      temperature: Temperature,
      fresh: z.boolean(),
      /** Units to hand over: allocated, less what turned out short. */
      units: z.int(),
      finalWeightGrams: Grams.optional(),
    }),
  ),
});
export type OrderToHandOut = z.infer<typeof OrderToHandOut>;

/** What must be brought to one pickup point. */
export const StopLoad = z.object({
  pickupPointId: PickupPointId,
  orders: z.int(),
  skus: z.array(
    z.object({
      skuId: SkuId,
      title: Bilingual(80),
      temperature: Temperature,
      units: z.int().min(1),
      grams: z.int(),
    }),
  ),
});
export type StopLoad = z.infer<typeof StopLoad>;

/** Whose an order is and where it stands. */
export const OrderStanding = z.object({ ...orderAddress, status: OrderStatus });
export type OrderStanding = z.infer<typeof OrderStanding>;

/** What an order adds to the ledger that settlement keeps. */
export const OrderInLedger = z.object({
  orderId: OrderId,
  cityId: CityId,
  cycleId: CycleId,
  /** Absent: no money was taken. */
  money: OrderMoney.optional(),
  /** What orders wrote down of its commission while the ledger was its own: line by line, in the order of `sequence`. */
  commission: z.array(
    z.object({
      lineId: LineId,
      sequence: z.int(),
      leaderAccountId: AccountId,
      /** What the leader got; negative: gave back. */
      amount: SignedMoney,
      base: Money,
      basisPoints: z.int(),
      withdrawableFrom: Instant,
      postedAt: Instant,
    }),
  ),
});
export type OrderInLedger = z.infer<typeof OrderInLedger>;

export const ordersInternal = {
  getConsolidationSummary: endpoint({
    id: 'orders.getConsolidationSummary',
    service: 'orders',
    method: 'get',
    path: '/internal/consolidations/:consolidationId',
    access: 'internal',
    summary:
      'Which city, cycle and pickup date a frozen consolidation is for, and whether a newer one replaced it.',
    params: z.strictObject({ consolidationId: ConsolidationId }),
    reply: z.object({
      consolidationId: ConsolidationId,
      cityId: CityId,
      cycleId: CycleId,
      pickupDate: z.string(),
      version: z.int(),
      supersededBy: ConsolidationId.optional(),
    }),
    errors: ['NOT_FOUND'],
  }),
  listPurchases: endpoint({
    id: 'orders.listPurchases',
    service: 'orders',
    method: 'get',
    path: '/internal/consolidations/:consolidationId/purchases',
    access: 'internal',
    summary:
      'What a frozen consolidation buys, supplier by supplier, in whole cases. Of costs orders knows nothing.',
    params: z.strictObject({ consolidationId: ConsolidationId }),
    query: z.strictObject(pageQuery),
    reply: page(PurchaseOrderView),
    errors: ['NOT_FOUND'],
  }),
  listStopLoads: endpoint({
    id: 'orders.listStopLoads',
    service: 'orders',
    method: 'get',
    path: '/internal/consolidations/:consolidationId/stop-loads',
    access: 'internal',
    summary: 'What a frozen consolidation brings to each pickup point.',
    params: z.strictObject({ consolidationId: ConsolidationId }),
    query: z.strictObject(pageQuery),
    reply: page(StopLoad),
    errors: ['NOT_FOUND'],
  }),
  listOrdersToHandOut: endpoint({
    id: 'orders.listOrdersToHandOut',
    service: 'orders',
    method: 'get',
    path: '/internal/consolidations/:consolidationId/pickup-points/:pickupPointId/orders',
    access: 'internal',
    summary: 'The orders of one pickup point in a consolidation, with what is to be handed out.',
    params: z.strictObject({ consolidationId: ConsolidationId, pickupPointId: PickupPointId }),
    query: z.strictObject(pageQuery),
    reply: page(OrderToHandOut),
    errors: ['NOT_FOUND'],
  }),
  getOrderToHandOut: endpoint({
    id: 'orders.getOrderToHandOut',
    service: 'orders',
    method: 'get',
    path: '/internal/orders/:orderId/hand-out',
    access: 'internal',
    summary: 'One order with what is to be handed out.',
    params: z.strictObject({ orderId: OrderId }),
    reply: OrderToHandOut,
    errors: ['NOT_FOUND'],
  }),
  getOrderStanding: endpoint({
    id: 'orders.getOrderStanding',
    service: 'orders',
    method: 'get',
    path: '/internal/orders/:orderId/standing',
    access: 'internal',
    summary: 'Whose an order is and where it stands, for one that no event has told of yet.',
    params: z.strictObject({ orderId: OrderId }),
    reply: OrderStanding,
    errors: ['NOT_FOUND'],
  }),
  listOrdersInLedger: endpoint({
    id: 'orders.listOrdersInLedger',
    service: 'orders',
    method: 'get',
    path: '/internal/orders-in-ledger',
    access: 'internal',
    summary: 'The money of all orders there are, by their ids, for settlement to begin with.',
    query: z.strictObject(pageQuery),
    reply: page(OrderInLedger),
  }),
};
