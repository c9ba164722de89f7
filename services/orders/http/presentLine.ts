import { cny } from '#shared/contracts/money';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type LinePrice as LinePriceView } from '#shared/contracts/orders/quotes';
import { type z } from '#shared/contracts/zod';
import { isWeighed, type LinePrice, type OrderLine } from '../domain/line';
import { type Order } from '../domain/order';
import { refundedOfLine } from '../domain/refunds';

export function presentLine(line: OrderLine, order: Pick<Order, 'refunds'>): OrderView['lines'][number] {
  const { offer, price, dropped } = line;
  const refundedFen = refundedOfLine(order, line.lineId);
  const isFinal = !isWeighed(line) || line.finalWeightGrams !== undefined || line.allocated === 0;
  return {
    lineId: line.lineId,
    offerId: offer.offerId,
    productId: offer.productId,
    skuId: offer.skuId,
    title: offer.title,
    pack: offer.pack,
    ...(offer.pictureUrl === undefined ? {} : { pictureUrl: offer.pictureUrl }),
    soldBy: offer.soldBy,
    temperature: offer.temperature,
    fresh: offer.fresh,
    nominalGrams: offer.nominalGrams,
    tiers: offer.tiers,
    ...(offer.group && line.groupStatus ? { group: { target: offer.group, status: line.groupStatus } } : {}),
    quantity: {
      ordered: line.ordered,
      allocated: line.allocated,
      ...(line.received === undefined ? {} : { received: line.received }),
    },
    ...(line.finalWeightGrams === undefined ? {} : { finalWeightGrams: line.finalWeightGrams }),
    price: presentPrice(price),
    ...(isFinal ? { finalAmount: cny(price.chargedFen - refundedFen) } : {}),
    refunded: cny(refundedFen),
    ...(dropped ? { dropped: { ...dropped, at: dropped.at.toISOString() } } : {}),
  };
}

export const presentPrice = (price: LinePrice): z.input<typeof LinePriceView> => ({
  unitPrice: cny(price.unitFen),
  discount: cny(price.discountFen),
  estimate: cny(price.estimateFen),
  charged: cny(price.chargedFen),
  reasons: [...price.reasons],
});
