import { Bilingual, Instant, page, pageQuery, Text, Version } from '../common';
import { endpoint } from '../endpoint';
import { Fulfilment, OrderStatus } from '../events/orders';
import {
  CityId,
  CycleId,
  GroupOrderId,
  LineId,
  MessageId,
  OfferId,
  OrderId,
  PickupPointId,
  SkuId,
} from '../ids';
import { GroupTarget } from '../internal/catalog';
import { Money } from '../money';
import { GroupOrderStatus } from '../realtime';
import { z } from '../zod';

/** How far a GroupBuy is at one pickup point. */
export const GroupBuyProgress = z
  .object({
    offerId: OfferId,
    title: Bilingual(80),
    target: GroupTarget,
    status: z.enum(['open', 'formed', 'failed']),
    shoppers: z.int(),
    units: z.int(),
    version: Version,
  })
  .meta({ id: 'GroupBuyProgress' });

/** All orders of one pickup point in one cycle, as its leader looks after them. */
export const GroupOrderView = z
  .object({
    groupOrderId: GroupOrderId,
    pickupPointId: PickupPointId,
    pickupPointName: z.string(),
    pickupPointNameEn: z.string().optional(),
    cityId: CityId,
    cycleId: CycleId,
    status: GroupOrderStatus,
    version: Version,
    cutoffAt: Instant,
    pickupDate: z.string(),
    /** Paid orders that were not cancelled. */
    orders: z.int(),
    shoppers: z.int(),
    units: z.int(),
    total: Money,
    /** What the leader will earn when everything is collected. */
    expectedCommission: Money,
    collected: z.int(),
    groupBuys: z.array(GroupBuyProgress),
  })
  .meta({ id: 'GroupOrder' });
export type GroupOrderView = z.infer<typeof GroupOrderView>;

/** One neighbour's order in the leader's list. */
export const GroupOrderMember = z
  .object({
    orderId: OrderId,
    status: OrderStatus,
    recipientName: z.string(),
    phoneTail: z.string(),
    /** Placed by the leader for a neighbour. */
    forNeighbour: z.boolean(),
    fulfilment: Fulfilment,
    note: z.string().optional(),
    paidAt: Instant.optional(),
    /** What it costs as far as is known: less everything that was decided to go back. */
    total: Money,
    lines: z.array(
      z.object({ lineId: LineId, skuId: SkuId, title: Bilingual(80), pack: Bilingual(60), units: z.int() }),
    ),
  })
  .meta({ id: 'GroupOrderMember' });

/** One Sku over all orders of a GroupOrder. */
export const GroupOrderProduct = z
  .object({
    offerId: OfferId,
    skuId: SkuId,
    title: Bilingual(80),
    pack: Bilingual(60),
    pictureUrl: z.string().optional(),
    units: z.int(),
    orders: z.int(),
    total: Money,
  })
  .meta({ id: 'GroupOrderProduct' });

export const GroupMessage = z
  .object({ messageId: MessageId, groupOrderId: GroupOrderId, text: Text(500), postedAt: Instant })
  .meta({ id: 'GroupMessage' });

const groupOrder = z.strictObject({ groupOrderId: GroupOrderId });
const leaders = ['leader', 'operator'] as const;

export const groupOrdersApi = {
  listGroupOrders: endpoint({
    id: 'orders.listGroupOrders',
    service: 'orders',
    method: 'get',
    path: '/group-orders',
    access: leaders,
    summary:
      'The group orders of a pickup point, newest cycle first: the first is the one that gathers now. Leaders see their own points.',
    query: z.strictObject({ pickupPointId: PickupPointId, ...pageQuery }),
    reply: page(GroupOrderView),
    errors: ['NOT_FOUND'],
  }),
  getGroupOrder: endpoint({
    id: 'orders.getGroupOrder',
    service: 'orders',
    method: 'get',
    path: '/group-orders/:groupOrderId',
    access: leaders,
    summary: 'One group order with its totals, group buys and expected commission.',
    params: groupOrder,
    reply: GroupOrderView,
    errors: ['NOT_FOUND'],
  }),
  listGroupOrderMembers: endpoint({
    id: 'orders.listGroupOrderMembers',
    service: 'orders',
    method: 'get',
    path: '/group-orders/:groupOrderId/members',
    access: leaders,
    summary: 'Who ordered what, order by order; paid ones unless another status is asked for.',
    params: groupOrder,
    query: z.strictObject({ status: OrderStatus.optional(), ...pageQuery }),
    reply: page(GroupOrderMember),
    errors: ['NOT_FOUND'],
  }),
  listGroupOrderProducts: endpoint({
    id: 'orders.listGroupOrderProducts',
    service: 'orders',
    method: 'get',
    path: '/group-orders/:groupOrderId/products',
    access: leaders,
    summary: 'Totals by product over all orders of the group, most units first.',
    params: groupOrder,
    reply: z.object({ items: z.array(GroupOrderProduct) }),
    errors: ['NOT_FOUND'],
  }),
  postGroupMessage: endpoint({
    id: 'orders.postGroupMessage',
    service: 'orders',
    method: 'post',
    path: '/group-orders/:groupOrderId/messages',
    access: leaders,
    rights: 'fresh',
    summary: 'Writes to all neighbours of the group; they see it at once.',
    params: groupOrder,
    body: z.strictObject({ text: Text(500) }),
    reply: GroupMessage,
    status: 201,
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
    limits: [{ per: 'account', max: 20, windowSeconds: 600 }],
    idempotency: 'stored',
  }),
  listGroupMessages: endpoint({
    id: 'orders.listGroupMessages',
    service: 'orders',
    method: 'get',
    path: '/group-orders/:groupOrderId/messages',
    access: 'signedIn',
    summary:
      'Messages of the leader to the group, newest first: for its leader, and for shoppers who have an order in it.',
    params: groupOrder,
    query: z.strictObject(pageQuery),
    reply: page(GroupMessage),
    errors: ['NOT_FOUND'],
  }),
  listRecentOrders: endpoint({
    id: 'orders.listRecentOrders',
    service: 'orders',
    method: 'get',
    path: '/neighbourhoods/:pickupPointId/recent-orders',
    access: 'public',
    summary: 'What neighbours bought lately at a pickup point: first characters only, at most 20.',
    params: z.strictObject({ pickupPointId: PickupPointId }),
    reply: z.object({
      items: z.array(z.object({ initial: z.string(), title: Bilingual(80), quantity: z.int(), at: Instant })),
    }),
  }),
  listNeighbours: endpoint({
    id: 'orders.listNeighbours',
    service: 'orders',
    method: 'get',
    path: '/group-orders/:groupOrderId/neighbours',
    access: ['leader'],
    summary:
      'Neighbours whom the leader ordered for before, to fill the form: name and phone as the leader typed them.',
    params: groupOrder,
    reply: z.object({ items: z.array(z.object({ name: z.string(), phone: z.string() })) }),
    errors: ['NOT_FOUND'],
  }),
};
