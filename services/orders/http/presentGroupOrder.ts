import { cny } from '#shared/contracts/money';
import {
  type GroupMessage as MessageView,
  type GroupOrderMember,
  type GroupOrderProduct,
  type GroupOrderView,
} from '#shared/contracts/orders/groupOrders';
import { type z } from '#shared/contracts/zod';
import { coming, collectorOf, type StopName } from '../domain/consolidation';
import { type GroupOrder, type RecentLine } from '../domain/groupOrder';
import { type Order } from '../domain/order';
import { sumOf } from '../domain/refund';
import { type GroupMessage } from '../storage/groupMessageStore';
import { type ProductSum } from '../storage/groupMemberStore';

export const presentGroupOrder = (group: GroupOrder, name: StopName): z.input<typeof GroupOrderView> => ({
  groupOrderId: group.id,
  pickupPointId: group.pickupPointId,
  ...name,
  cityId: group.cityId,
  cycleId: group.cycleId,
  status: group.status,
  version: group.version,
  cutoffAt: group.cutoffAt.toISOString(),
  pickupDate: group.pickupDate,
  orders: group.orders,
  shoppers: group.shoppers,
  units: group.units,
  total: cny(group.totalFen),
  expectedCommission: cny(group.expectedCommissionFen),
  collected: group.collected,
  groupBuys: group.groupBuys.map(({ initials: _initials, ...buy }) => buy),
});

export const presentMember = (order: Order): z.input<typeof GroupOrderMember> => ({
  orderId: order.id,
  status: order.status,
  ...collectorOf(order),
  forNeighbour: order.onBehalfOf !== undefined,
  fulfilment: order.fulfilment.kind,
  ...(order.note === undefined ? {} : { note: order.note }),
  ...('paidAt' in order.facts ? { paidAt: order.facts.paidAt.toISOString() } : {}),
  total: cny(order.amounts.totalFen - sumOf(order.refunds)),
  lines: coming(order).map(({ lineId, offer, allocated }) => ({
    lineId,
    skuId: offer.skuId,
    title: offer.title,
    pack: offer.pack,
    units: allocated,
  })),
});

export const presentProduct = ({
  line: { offer },
  units,
  orders,
  fen,
}: ProductSum): z.input<typeof GroupOrderProduct> => ({
  offerId: offer.offerId,
  skuId: offer.skuId,
  title: offer.title,
  pack: offer.pack,
  ...(offer.pictureUrl === undefined ? {} : { pictureUrl: offer.pictureUrl }),
  units,
  orders,
  total: cny(fen),
});

export const presentMessage = ({
  messageId,
  groupOrderId,
  text,
  postedAt,
}: GroupMessage): z.input<typeof MessageView> => ({
  messageId,
  groupOrderId,
  text,
  postedAt: postedAt.toISOString(),
});

export const presentRecent = ({ initial, title, quantity, at }: RecentLine) => ({
  initial,
  title,
  quantity,
  at: at.toISOString(),
});
