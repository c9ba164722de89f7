import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { refundableFee, refundableOfLine, refundIdOf } from '../../domain/refunds';
import { type OrdersDeps } from '../deps';
import { refundOrder } from './refundOrder';

export type RefundOffer = { readonly cycleId: CycleId; readonly offerId: OfferId; readonly wish: PageWish };
export type OfferRefunded = {
  /** Orders of this page that got money back by this call. */
  readonly refunded: number;
  /** Where to go on; absent: every order was looked at. */
  readonly nextCursor?: string | undefined;
};

/**
 * Gives back what people paid for an offer that is not delivered, order by order through its cycle. An order with nothing else in it gets its
 * delivery fee back, too.
 *
 * After a crash, and when it is sent twice: the refund of an order is named after the offer, so it is granted once.
 */
export async function refundOffer(
  deps: OrdersDeps,
  { cycleId, offerId, wish }: RefundOffer,
): Promise<OfferRefunded> {
  const { items, nextCursor } = await deps.orderLists.search({ cycleId, status: notHandedOut }, wish);
  const due = items.filter((order) => linesOf(order, offerId).length > 0);
  await Promise.all(due.map((order) => refund(deps, order, offerId)));
  return { refunded: due.length, nextCursor };
}

/** Goods that were handed out came, whatever was said afterwards. */
const notHandedOut = ['paid', 'consolidated', 'in_transit', 'ready'] as const;

/** The lines of the offer that still have something to give back. */
const linesOf = (order: Order, offerId: OfferId) =>
  order.lines
    .filter(({ offer }) => offer.offerId === offerId)
    .map(({ lineId }) => ({ lineId, fen: refundableOfLine(order, lineId) }))
    .filter(({ fen }) => fen > 0);

function refund(deps: OrdersDeps, order: Order, offerId: OfferId): Promise<Order> {
  const lines = linesOf(order, offerId);
  const isAll = order.lines.every(
    ({ lineId, offer }) => offer.offerId === offerId || refundableOfLine(order, lineId) === 0,
  );
  return refundOrder(deps, {
    orderId: order.id,
    refundId: refundIdOf(order, `withdrawn:${offerId}`),
    reason: 'supplier_shortage',
    goods: 'do_not_come',
    lines,
    deliveryFeeFen: isAll ? refundableFee(order) : 0,
  });
}
