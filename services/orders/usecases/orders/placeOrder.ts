import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { type CityRules } from '#shared/contracts/cityRules';
import { type CycleTerms, type OfferTerms } from '#shared/contracts/internal/catalog';
import { type OrderWish } from '#shared/contracts/orders/ownOrders';
import { type Quote } from '#shared/contracts/orders/quotes';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { DomainError, Refused } from '#shared/kit/domainError';
import { type Order } from '../../domain/order';
import { groupOrderIdOf, lineIdAt, place } from '../../domain/place';
import { missingFen, type PricedCart, priceCart } from '../../domain/pricing';
import { unpaidCapOf } from '../../domain/unpaid';
import { type Place } from '../../storage/places';
import { type OrdersDeps } from '../deps';
import { type InTurn } from './inTurn';
import { assertDoorIsHere, isOpen, priceWish, type CartQuote } from './priceWish';
import { assertNotTooLarge, keepUnpaid } from './keepUnpaid';
import { withPlace } from './withPlace';

export type PlaceOrder = {
  /** Follows from the account and its idempotency key: a repetition is about the same order. */
  readonly orderId: OrderId;
  readonly fingerprint: string;
  readonly accountId: AccountId;
  readonly wish: OrderWish;
};

type Deps = Pick<OrdersDeps, 'orders' | 'orderLists' | 'pointDays' | 'catalog' | 'terms' | 'now' | 'log'> & {
  readonly inTurn: InTurn;
  /** A name that nothing else has. */
  readonly token: () => string;
  /** How many orders the one of this key has tried to place within ten minutes, this one included. */
  readonly countPlaced: (key: string) => Promise<number>;
  /** The quote as the contract has it: carried by PRICE_CHANGED. */
  readonly presentQuote: (quote: CartQuote) => Quote;
};

/**
 * Places an order: prices it, holds its stock and a place at the pickup point, keeps it. One call to catalog and, at the same time,
 * one write for the place; then one durable write.
 *
 * The same order may be asked for several times at once, also of several processes. Each try has a name of its own, and one that
 * comes to nothing takes back what it took itself: not the stock that another try counts on. Tries at this process wait for one
 * another, so that they do not take each a place.
 *
 * After a crash: a hold without an order expires by itself in catalog; a repetition with the same key finds the hold and
 * completes the order, or finds the order and returns it – after cutoff, too.
 */
export function placeOrder(deps: Deps, command: PlaceOrder): Promise<Order> {
  return deps.inTurn(command.orderId, () => placeOnce(deps, { ...command, placing: deps.token() }));
}

type Try = PlaceOrder & {
  /** Names this try. */
  readonly placing: string;
};

async function placeOnce(deps: Deps, command: Try): Promise<Order> {
  try {
    const order = await placeNew(deps, command);
    return order ?? (await placedBefore(deps, command));
  } catch (error) {
    // Whatever refuses a new order (cutoff, price, stock) must not hide the one that this key has placed already.
    if (!(error instanceof DomainError) || error.code === 'IDEMPOTENCY_KEY_REUSED') throw error;
    return placedBefore(deps, command, error);
  }
}

/** @returns the order; undefined when it was there already. */
async function placeNew(deps: Deps, command: Try): Promise<Order | undefined> {
  const { wish, accountId } = command;
  const now = deps.now();
  const context = await contextOf(deps, wish, accountId);
  const { cycle, rules } = context;
  if (!isOpen(cycle, now)) throw new Refused('CYCLE_CLOSED');
  const cap = unpaidCapOf(rules, wish.onBehalfOf !== undefined);
  assertNotTooLarge(wish.lines, cap);
  const quick = context.offers && price(context.offers, wish, rules);
  if (quick && !isAgreed(quick, wish, rules)) throw await disagreement(deps, command, quick);
  await assertNotTooOften(deps, command, rules);

  return withPlace(deps, placeOf(wish, context, now), {
    hold: () => reserve(deps, command),
    async keep({ reservation, offers }) {
      const cart =
        quick && sameTerms(context.offers, offers) ? quick : price(inOrder(offers, wish), wish, rules);
      if (!isAgreed(cart, wish, rules)) {
        deps.terms.learnOffers(offers);
        await leaveStock(deps, command);
        throw await disagreement(deps, command, cart);
      }
      const holdUntil = new Date(reservation.expiresAt);
      const { paymentGraceMinutes: graceMinutes, taxRates } = rules;
      const order = place({ ...command, cycle, cart, holdUntil, graceMinutes, taxRates }, now);
      try {
        return await keepUnpaid(deps, order, cap);
      } catch (error) {
        if (error instanceof DomainError) await leaveStock(deps, command);
        throw error;
      }
    },
    leave: () => leaveStock(deps, command),
  });
}

/** @throws {Refused} TOO_MANY_ORDERS, as often as the city's rules say (rule 2) */
async function assertNotTooOften(
  { countPlaced }: Deps,
  { accountId, wish }: Try,
  rules: CityRules,
): Promise<void> {
  const [key, most] = wish.onBehalfOf
    ? [`${accountId}:neighbours`, rules.ordersPerTenMinutesForNeighbours]
    : [accountId, rules.ordersPerTenMinutes];
  if ((await countPlaced(key)) > most) throw new Refused('TOO_MANY_ORDERS');
}

/**
 * This try counts no longer on the stock of its order. Where the catalogue cannot be told, the hold runs out by itself.
 * @returns whether another try does.
 */
async function leaveStock({ catalog, log }: Deps, { orderId, placing }: Try): Promise<boolean> {
  try {
    return (await catalog.leaveReservation({ params: { orderId }, body: { placing } })).wantedByOthers;
  } catch (err) {
    log.warn({ err, orderId }, 'stock of an order that was not placed stays held until its hold runs out');
    return false;
  }
}

const placeOf = (wish: OrderWish, { cycle, capacity }: Context, at: Date): Place | undefined =>
  capacity === undefined
    ? undefined
    : {
        pickupPointId: wish.pickupPointId,
        pickupDate: cycle.pickupDate,
        groupOrderId: groupOrderIdOf(wish.pickupPointId, cycle.cycleId),
        capacity,
        at,
      };

type Context = {
  /** Orders that the pickup point takes on a day. */
  readonly capacity: number | undefined;
  readonly cycle: CycleTerms;
  readonly rules: CityRules;
  /** Absent when some are unknown: the reservation tells which. */
  readonly offers: readonly OfferTerms[] | undefined;
};

/** @throws {Refused} NOT_FOUND, PICKUP_POINT_CLOSED, NOT_ALLOWED */
async function contextOf({ terms }: Deps, wish: OrderWish, accountId: AccountId): Promise<Context> {
  const [cycle, point, offers] = await Promise.all([
    terms.cycle(wish.cycleId),
    terms.pickupPoint(wish.pickupPointId),
    terms.offers(wish.lines.map(({ offerId }) => offerId)),
  ]);
  if (point.cityId !== cycle.cityId) throw new Refused('NOT_FOUND');
  assertDoorIsHere(wish, cycle);
  if (!point.open) throw new Refused('PICKUP_POINT_CLOSED');
  if (wish.onBehalfOf && point.leaderAccountId !== accountId)
    throw new Refused('NOT_ALLOWED', 'Only the leader of this pickup point orders for neighbours');
  const known = offers.every((offer) => offer !== undefined) ? offers : undefined;
  const rules = await terms.rules(cycle.cityId);
  return { cycle, rules, offers: known, capacity: point.capacityPerDay };
}

async function reserve(
  { catalog }: Deps,
  { orderId, placing, accountId, wish }: Try,
): ReturnType<Deps['catalog']['reserve']> {
  const lines = wish.lines.map(({ offerId, quantity }, at) => ({ lineId: lineIdAt(at), offerId, quantity }));
  try {
    const body = { orderId, placing, accountId, cycleId: wish.cycleId, lines };
    return await catalog.reserve({ body });
  } catch (error) {
    if (isRefusal(error, 'RESERVATION_ENDED')) throw new Refused('ORDER_KEY_SPENT');
    throw error;
  }
}

const price = (offers: readonly OfferTerms[], wish: OrderWish, rules: CityRules): PricedCart =>
  priceCart(
    {
      fulfilment: wish.fulfilment.kind,
      lines: wish.lines.map(({ quantity }, at) => ({
        lineId: lineIdAt(at),
        offer: offers[at] ?? missing(),
        quantity,
      })),
    },
    rules,
  );

function missing(): never {
  throw new Error('The catalogue reserved an offer without its terms');
}

const inOrder = (offers: readonly OfferTerms[], { lines }: OrderWish): OfferTerms[] =>
  lines.map(({ offerId }) => offers.find((offer) => offer.offerId === offerId) ?? missing());

/** Whether the price was made on the terms that the catalogue reserved by. */
const sameTerms = (mine: readonly OfferTerms[] | undefined, theirs: readonly OfferTerms[]): boolean =>
  mine?.every((offer) =>
    theirs.some(({ offerId, version }) => offerId === offer.offerId && version === offer.version),
  ) === true;

/** Whether the cart costs what the shopper has seen, and enough to be paid. */
const isAgreed = (cart: PricedCart, wish: OrderWish, rules: CityRules): boolean =>
  cart.amounts.totalFen === wish.expectedTotal.amount && missingFen(cart, rules) === 0;

/** Why a cart that is not agreed on is refused. A price that nobody has seen goes first: its quote says the rest. */
async function disagreement(deps: Deps, { wish, accountId }: PlaceOrder, cart: PricedCart): Promise<Refused> {
  if (cart.amounts.totalFen === wish.expectedTotal.amount) return new Refused('BELOW_MINIMUM_ORDER');
  const quote = await priceWish(deps, wish, accountId);
  const refusal = quote.lines.find(({ unavailable }) => unavailable !== undefined);
  if (refusal) {
    const code = refusal.unavailable === 'limit_exceeded' ? 'LIMIT_EXCEEDED' : 'OFFER_NOT_ON_SALE';
    return new Refused(code, undefined, { offerId: refusal.offerId });
  }
  return new Refused('PRICE_CHANGED', undefined, { quote: deps.presentQuote(quote) });
}

/** The order that was placed with this key before; without one, `refusal` stands. */
async function placedBefore(deps: Deps, command: PlaceOrder, refusal?: DomainError): Promise<Order> {
  const order = await deps.orders.find(command.orderId);
  if (!order) throw refusal ?? new Refused('ORDER_KEY_SPENT');
  if (order.fingerprint !== command.fingerprint) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return order;
}
