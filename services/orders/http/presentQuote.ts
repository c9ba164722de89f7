import { cny } from '#shared/contracts/money';
import { type Quote } from '#shared/contracts/orders/quotes';
import { lineIdAt } from '../domain/place';
import { missingFen } from '../domain/pricing';
import { type CartQuote, type WishedLine } from '../usecases/orders/priceWish';
import { presentPrice } from './presentLine';
import { presentAmounts } from './presentOrder';

/** A quote with the reason of every amount. */
export function presentQuote({ wish, cycle, rules, lines, cart }: CartQuote): Quote {
  const { amounts, deliveryFee } = cart;
  const weighed = cart.lines.some(({ offer }) => offer.soldBy === 'weight');
  const missing = missingFen(cart, rules);
  const flash = cart.lines.some(({ offer }) => offer.flash);
  return {
    cycleId: wish.cycleId,
    pickupPointId: wish.pickupPointId,
    orderable: missing === 0 && lines.every(({ unavailable }) => unavailable === undefined),
    lines: lines.map((line, at) =>
      presentWish(
        line,
        cart.lines.find(({ lineId }) => lineId === lineIdAt(at)),
      ),
    ),
    deliveryFee: {
      amount: cny(deliveryFee.fen),
      reason: deliveryFee.reason,
      ...(rules.freeDeliveryThresholdFen > 0 ? { freeFrom: cny(rules.freeDeliveryThresholdFen) } : {}),
    },
    amounts: presentAmounts(amounts),
    ...(missing > 0 ? { belowMinimum: { minimum: cny(rules.minimumOrderFen), missing: cny(missing) } } : {}),
    authorisation: {
      amount: cny(amounts.totalFen),
      reason: weighed ? 'upper_estimate_for_weighed_goods' : 'exact',
      weighingTolerancePercent: rules.weighingTolerancePercent,
    },
    cutoffAt: cycle.cutoffAt,
    pickupDate: cycle.pickupDate,
    holdMinutes: flash ? rules.flashReservationMinutes : rules.reservationMinutes,
  };
}

function presentWish(
  { offerId, quantity, offer, unavailable, allowance }: WishedLine,
  priced: CartQuote['cart']['lines'][number] | undefined,
): Quote['lines'][number] {
  const left = allowance === undefined ? {} : { allowance };
  if (!offer || !priced)
    return {
      state: 'unavailable',
      offerId,
      quantity,
      ...(offer ? { title: offer.title } : {}),
      reason: unavailable ?? 'not_on_sale',
      ...left,
    };
  return {
    state: 'available',
    lineId: priced.lineId,
    offerId,
    skuId: offer.skuId,
    title: offer.title,
    pack: offer.pack,
    ...(offer.pictureUrl === undefined ? {} : { pictureUrl: offer.pictureUrl }),
    soldBy: offer.soldBy,
    temperature: offer.temperature,
    nominalGrams: offer.nominalGrams,
    quantity,
    price: presentPrice(priced.price),
    ...left,
  };
}
