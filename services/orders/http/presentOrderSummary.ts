import { type Page } from '#shared/contracts/common';
import { cny } from '#shared/contracts/money';
import { type OrderSummary } from '#shared/contracts/orders/orderViews';
import { type z } from '#shared/contracts/zod';
import { type Order } from '../domain/order';
import { presentHead } from './presentOrderHead';

type Summary = z.input<typeof OrderSummary>;

/** A page of orders as cards. */
export const presentPage = ({ items, nextCursor }: Page<Order>, now: Date): Page<Summary> => ({
  items: items.map((order) => presentSummary(order, now)),
  nextCursor,
});

function presentSummary(order: Order, now: Date): Summary {
  return {
    ...presentHead(order, now),
    recipientName: order.recipient.name,
    phoneTail: order.recipient.phone.slice(-4),
    lines: order.lines.map(({ lineId, offer, ordered }) => ({
      lineId,
      title: offer.title,
      ...(offer.pictureUrl === undefined ? {} : { pictureUrl: offer.pictureUrl }),
      quantity: ordered,
    })),
    total: cny(order.amounts.totalFen),
  };
}
