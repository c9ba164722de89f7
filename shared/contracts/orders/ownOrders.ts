import { ContactPhone, page, pageQuery, queryNumber, Text } from '../common';
import { endpoint } from '../endpoint';
import { OrderStatus } from '../events/orders';
import { AccountId, CityId, CycleId, LineId, OfferId, OrderId, PickupPointId, RefundId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';
import { OrderSummary, OrderView, Recipient } from './orderViews';
import { RefundWish } from './refunds';
import { CartLines, FulfilmentWish, UnavailableReason } from './quotes';

const order = z.strictObject({ orderId: OrderId });
const operators = ['operator'] as const;
/** `?status=paid` or `?status=paid,ready`. */
const Statuses = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(OrderStatus).min(1).max(10));

export const OrderWish = z
  .strictObject({
    cycleId: CycleId,
    pickupPointId: PickupPointId,
    lines: CartLines,
    fulfilment: FulfilmentWish.default({ kind: 'pickup' }),
    recipient: Recipient,
    /** Leaders only, at their own pickup point: the neighbour whom this order is for. */
    onBehalfOf: Recipient.optional(),
    note: Text(200).optional(),
    /** `amounts.total` of the quote that the shopper saw. */
    expectedTotal: Money,
  })
  .refine(({ fulfilment }) => fulfilment.kind === 'pickup' || fulfilment.address !== undefined, {
    error: 'needs the address of the door',
    path: ['fulfilment', 'address'],
  });
export type OrderWish = z.infer<typeof OrderWish>;

export const ordersOfShoppersApi = {
  placeOrder: endpoint({
    id: 'orders.placeOrder',
    service: 'orders',
    method: 'post',
    path: '/orders',
    access: 'signedIn',
    summary:
      'Places an order: the server prices the cart, compares with `expectedTotal` (PRICE_CHANGED carries the new `quote`) and holds stock for all lines or for none. The same key gives the same order. What an account leaves unpaid at a time, and how often it orders, is bounded by the rules of the city.',
    body: OrderWish,
    reply: OrderView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'NOT_ALLOWED',
      'PRICE_CHANGED',
      'BELOW_MINIMUM_ORDER',
      'OUT_OF_STOCK',
      'LIMIT_EXCEEDED',
      'OFFER_NOT_ON_SALE',
      'CYCLE_CLOSED',
      'PICKUP_POINT_CLOSED',
      'PICKUP_POINT_FULL',
      'DOOR_IN_OTHER_CITY',
      'TOO_MANY_UNPAID_ORDERS',
      'TOO_MANY_ORDERS',
      'ORDER_TOO_LARGE',
      'ORDER_KEY_SPENT',
      'IDEMPOTENCY_KEY_REUSED',
      'SERVICE_UNAVAILABLE',
    ],
    idempotency: 'required',
    audit: 'onBehalf',
  }),
  listOwnOrders: endpoint({
    id: 'orders.listOwnOrders',
    service: 'orders',
    method: 'get',
    path: '/orders',
    access: 'signedIn',
    summary: 'My orders, newest first; of some states (comma-separated) when asked.',
    query: z.strictObject({ status: Statuses.optional(), ...pageQuery }),
    reply: page(OrderSummary),
  }),
  /** Before `getOrder`: `search` is no order id. */
  searchOrders: endpoint({
    id: 'orders.searchOrders',
    service: 'orders',
    method: 'get',
    path: '/orders/search',
    access: operators,
    summary:
      'Orders by pickup point, cycle, shopper, phone, state or failed refund, newest first. Name a cycle, an account or a phone, or ask for failed refunds; what else is given narrows it down. Within a cycle also by a part of the recipient’s name, by the end of the order number and by the total.',
    query: z.strictObject({
      cityId: CityId.optional(),
      cycleId: CycleId.optional(),
      pickupPointId: PickupPointId.optional(),
      accountId: AccountId.optional(),
      phone: ContactPhone.optional(),
      status: Statuses.optional(),
      /** Within a cycle: any part of the recipient's name. */
      name: Text(40).optional(),
      /** Within a cycle: how the order number ends, as people read it out. */
      numberEnd: z
        .string()
        .regex(/^[0-9A-Za-z]{4,26}$/)
        .optional(),
      /** Within a cycle: the total of the order, in fen. */
      totalFen: queryNumber(z.coerce.number<string>().int().min(0).max(1_000_000_000)).optional(),
      /** Money that could not be returned: an operator must act. */
      refund: z.enum(['failed']).optional(),
      ...pageQuery,
    }),
    reply: page(OrderSummary),
    errors: ['MALFORMED_REQUEST'],
  }),
  getOrder: endpoint({
    id: 'orders.getOrder',
    service: 'orders',
    method: 'get',
    path: '/orders/:orderId',
    access: 'signedIn',
    summary: 'One order with its lines, payment and refunds: own ones; operators see every one.',
    params: order,
    reply: OrderView,
    errors: ['NOT_FOUND'],
  }),
  cancelOrder: endpoint({
    id: 'orders.cancelOrder',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/cancel',
    access: 'signedIn',
    summary: 'Cancels an own order before cutoff: stock and money go back. Cancelling again changes nothing.',
    params: order,
    reply: OrderView,
    status: 200,
    errors: [
      'NOT_FOUND',
      'ORDER_ACTION_NOT_ALLOWED',
      'CYCLE_CLOSED',
      'PAYMENT_PROCESSING',
      'PAYMENT_UNAVAILABLE',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'natural',
  }),
  reorder: endpoint({
    id: 'orders.reorder',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/reorder',
    access: 'signedIn',
    summary:
      'The lines of an own order as a cart for the cycle that is open now; what is not sold now is told.',
    params: order,
    reply: z.object({
      pickupPointId: PickupPointId,
      /** Absent: the city sells nothing at this moment. */
      cycleId: CycleId.optional(),
      lines: z.array(z.object({ offerId: OfferId, quantity: z.int() })),
      unavailable: z.array(
        z.object({ title: z.object({ zh: z.string(), en: z.string() }), reason: UnavailableReason }),
      ),
    }),
    status: 200,
    errors: ['NOT_FOUND', 'SERVICE_UNAVAILABLE'],
    idempotency: 'natural',
  }),
  refundOrder: endpoint({
    id: 'orders.refundOrder',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/refunds',
    access: operators,
    rights: 'fresh',
    summary:
      'Grants money back on lines of a paid order, and on its delivery fee; never more than was paid. Says whether the goods of the lines still come: those that do not leave the order, its lists and its group.',
    params: order,
    body: RefundWish,
    reply: OrderView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'ORDER_ACTION_NOT_ALLOWED',
      'REFUND_TOO_LARGE',
      'REFUND_TOO_SMALL',
      'PAYER_NOT_NAMED',
      'IDEMPOTENCY_KEY_REUSED',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'required',
  }),
  previewRefund: endpoint({
    id: 'orders.previewRefund',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/refunds/preview',
    access: operators,
    rights: 'fresh',
    summary: 'What `refundOrder` would give back at this moment, line by line. Changes nothing.',
    params: order,
    body: RefundWish,
    reply: z.object({
      total: Money,
      deliveryFee: Money,
      lines: z.array(z.object({ lineId: LineId, amount: Money })),
    }),
    status: 200,
    errors: [
      'NOT_FOUND',
      'ORDER_ACTION_NOT_ALLOWED',
      'REFUND_TOO_LARGE',
      'REFUND_TOO_SMALL',
      'PAYER_NOT_NAMED',
    ],
    idempotency: 'natural',
    audit: 'never',
  }),
  refundOffer: endpoint({
    id: 'orders.refundOffer',
    service: 'orders',
    method: 'post',
    path: '/orders/offers/:offerId/refunds',
    access: operators,
    rights: 'fresh',
    summary:
      'Gives back what was paid for an offer that is not delivered, a page of its cycle’s orders at a time: send it again with `nextCursor` until there is none. An order is refunded once.',
    params: z.strictObject({ offerId: OfferId }),
    body: z.strictObject({ cycleId: CycleId, cursor: z.string().max(500).optional() }),
    reply: z.object({ refunded: z.int(), nextCursor: z.string().optional() }),
    status: 200,
    errors: ['CHANGED_MEANWHILE'],
    idempotency: 'natural',
  }),
  retryRefund: endpoint({
    id: 'orders.retryRefund',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/refunds/:refundId/retry',
    access: operators,
    rights: 'fresh',
    summary: 'Tries a failed refund again, after its cause was put right.',
    params: z.strictObject({ orderId: OrderId, refundId: RefundId }),
    reply: OrderView,
    status: 200,
    errors: ['NOT_FOUND', 'ORDER_ACTION_NOT_ALLOWED', 'CHANGED_MEANWHILE'],
    idempotency: 'natural',
  }),
};
