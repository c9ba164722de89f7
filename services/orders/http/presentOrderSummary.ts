import { cny } from '#shared/contracts/money';
import { type OrderSummary } from '#shared/contracts/orders/orderViews';
import { phoneTail } from '#shared/contracts/phone';
import { type z } from '#shared/contracts/zod';
import { type Order } from '../domain/order';
import { presentOrderHead } from './presentOrderHead';

type Summary = z.input<typeof OrderSummary>;

/** An order as a card of a list, at `now`. */
export function presentOrderSummary(order: Order, now: Date): Summary {
  return {
    ...presentOrderHead(order, now),
    recipientName: order.recipient.name,
    phoneTail: phoneTail(order.recipient.phone),
    lines: order.lines.map(({ lineId, offer, ordered }) => ({
      lineId,
      title: offer.title,
      ...(offer.pictureUrl === undefined ? {} : { pictureUrl: offer.pictureUrl }),
      quantity: ordered,
    })),
    total: cny(order.amounts.totalFen),
  };
}
