import { type CycleId, type OfferId, type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { type UnavailableReason } from '#shared/contracts/orders/quotes';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type OrderLine } from '../../domain/line';
import { type OrdersDeps } from '../deps';
import { ownOrder } from './ownOrder';

export type Reordered = {
  readonly pickupPointId: PickupPointId;
  readonly cycleId?: CycleId;
  readonly lines: readonly { readonly offerId: OfferId; readonly quantity: number }[];
  readonly unavailable: readonly { readonly line: OrderLine; readonly reason: UnavailableReason }[];
};

/** The goods of an own order as a cart for the cycle that is open now. Changes nothing. */
export async function reorder(deps: OrdersDeps, caller: AccountCaller, orderId: OrderId): Promise<Reordered> {
  const order = await ownOrder(deps, caller, orderId);
  const { pickupPointId, cityId } = order;
  const { cycle } = await deps.catalog.getOpenCycle({ params: { cityId } });
  if (!cycle)
    return {
      pickupPointId,
      lines: [],
      unavailable: order.lines.map((line) => ({ line, reason: 'cycle_not_open' })),
    };
  const { cycleId } = cycle;
  const skuIds = [...new Set(order.lines.map(({ offer }) => offer.skuId))];
  const { offers } = await deps.catalog.findOffersOfSkus({ params: { cycleId }, body: { skuIds } });
  const found = order.lines.map((line) => ({
    line,
    offer: offers.find(({ skuId, onSale }) => onSale && skuId === line.offer.skuId),
  }));
  return {
    pickupPointId,
    cycleId,
    lines: found.flatMap(({ line, offer }) =>
      offer
        ? [
            {
              offerId: offer.offerId,
              quantity: Math.min(line.ordered, offer.limitPerShopper ?? line.ordered),
            },
          ]
        : [],
    ),
    unavailable: found.flatMap(({ line, offer }) => (offer ? [] : [{ line, reason: 'not_on_sale' }])),
  };
}
