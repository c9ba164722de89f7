import {
  type AccountId,
  type CityId,
  type CycleId,
  type OfferId,
  type PickupPointId,
} from '#shared/contracts/ids';
import { type CityRules } from '#shared/contracts/cityRules';
import { type CycleTerms, type OfferTerms } from '#shared/contracts/internal/catalog';
import { type UnavailableReason } from '#shared/contracts/orders/quotes';
import { Refused } from '#shared/kit/domainError';
import { lineIdAt } from '../../domain/place';
import { type PricedCart, priceCart } from '../../domain/pricing';
import { type OrdersDeps } from '../deps';

export type CartWish = {
  readonly cycleId: CycleId;
  readonly pickupPointId: PickupPointId;
  readonly lines: readonly { readonly offerId: OfferId; readonly quantity: number }[];
  readonly fulfilment:
    { readonly kind: 'pickup' } | { readonly kind: 'door'; readonly cityId?: CityId | undefined };
};

export type WishedLine = {
  readonly offerId: OfferId;
  readonly quantity: number;
  readonly offer: OfferTerms | undefined;
  readonly unavailable: UnavailableReason | undefined;
  /** Units that the account may still buy of it. */
  readonly allowance: number | undefined;
};

export type CartQuote = {
  readonly wish: CartWish;
  readonly cycle: CycleTerms;
  readonly rules: CityRules;
  readonly lines: readonly WishedLine[];
  /** Only what can be bought. */
  readonly cart: PricedCart;
};

export type PricingDeps = Pick<OrdersDeps, 'terms' | 'orderLists' | 'now'>;
type StockLeft = readonly (number | undefined)[];

/**
 * The price of a cart and what of it can be bought now. Changes nothing.
 * @throws {Refused} NOT_FOUND for an unknown cycle or pickup point, PICKUP_POINT_CLOSED, DOOR_IN_OTHER_CITY
 */
export async function priceWish(
  deps: PricingDeps,
  wish: CartWish,
  accountId: AccountId | undefined,
  stockLeft: StockLeft = [],
): Promise<CartQuote> {
  const { terms, orderLists, now } = deps;
  const [cycle, point, offers] = await Promise.all([
    terms.cycle(wish.cycleId),
    terms.pickupPoint(wish.pickupPointId),
    terms.offers(wish.lines.map(({ offerId }) => offerId)),
  ]);
  if (point.cityId !== cycle.cityId) throw new Refused('NOT_FOUND');
  if (!point.open) throw new Refused('PICKUP_POINT_CLOSED');
  assertDoorIsHere(wish, cycle);
  const rules = await terms.rules(cycle.cityId);
  const limited = offers.some((offer) => offer?.limitPerShopper !== undefined);
  const bought =
    accountId !== undefined && limited ? await orderLists.boughtUnits(accountId, cycle) : undefined;
  const open = isOpen(cycle, now());
  const lines = wish.lines.map(({ offerId, quantity }, at): WishedLine => {
    const offer = offers[at];
    const limit = offer?.limitPerShopper;
    const allowance =
      limit === undefined || !bought ? undefined : Math.max(0, limit - (bought.get(offerId) ?? 0));
    const unavailable = whyNot(offer, {
      ...{ cycle, open, quantity },
      allowance: allowance ?? limit,
      left: stockLeft[at],
    });
    return { offerId, quantity, offer, unavailable, allowance };
  });
  return { wish, cycle, rules, lines, cart: priceAvailable(lines, wish, rules) };
}

/** @throws {Refused} DOOR_IN_OTHER_CITY when the order's city is not the one of the address */
export function assertDoorIsHere({ fulfilment }: Pick<CartWish, 'fulfilment'>, { cityId }: CycleTerms): void {
  if (fulfilment.kind === 'door' && fulfilment.cityId !== undefined && fulfilment.cityId !== cityId)
    throw new Refused('DOOR_IN_OTHER_CITY');
}

/** The half-open interval in which a cycle takes orders. */
export const isOpen = ({ opensAt, cutoffAt }: CycleTerms, now: Date): boolean =>
  new Date(opensAt) <= now && now < new Date(cutoffAt);

type Circumstances = {
  readonly cycle: CycleTerms;
  readonly open: boolean;
  readonly quantity: number;
  readonly allowance: number | undefined;
  readonly left: number | undefined;
};

function whyNot(
  offer: OfferTerms | undefined,
  { cycle, open, quantity, allowance, left }: Circumstances,
): UnavailableReason | undefined {
  if (!offer?.onSale) return 'not_on_sale';
  if (offer.cycleId !== cycle.cycleId) return 'other_cycle';
  if (!open) return 'cycle_not_open';
  if (allowance !== undefined && quantity > allowance) return 'limit_exceeded';
  if (left !== undefined && quantity > left) return 'out_of_stock';
  return undefined;
}

function priceAvailable(lines: readonly WishedLine[], wish: CartWish, rules: CityRules): PricedCart {
  const available = lines.flatMap(({ offer, quantity, unavailable }, at) =>
    offer && unavailable === undefined ? [{ lineId: lineIdAt(at), offer, quantity }] : [],
  );
  return priceCart({ lines: available, fulfilment: wish.fulfilment.kind }, rules);
}
