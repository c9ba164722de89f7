import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type CycleId, type OrderId, PickupPointId } from '#shared/contracts/ids';
import { type demoPeople } from '../../identity/demo/people';
import { type Visitor } from './visitors';

export type Neighbour = ReturnType<typeof demoPeople>[number];

export type Wish = {
  readonly cycleId: CycleId;
  readonly pickupPointId: PickupPointId;
  /** Decides what is bought. */
  readonly n: number;
  /** Names the requests: the same wish is fulfilled once. */
  readonly key: string;
};

export const demoPoint = (n: number): PickupPointId =>
  PickupPointId.parse(`ppt_${String(n).padStart(3, '0')}`);

/** Orders what is there of a wish, and pays by card. @returns the order, unless nothing of it was there */
export async function buy(
  { orders }: Visitor,
  { displayName: name, phone }: Neighbour,
  { cycleId, pickupPointId, n, key }: Wish,
  offers: readonly OfferCard[],
): Promise<OrderId | undefined> {
  const wish = { cycleId, pickupPointId, lines: linesOf(n, offers) };
  const quote = await orders.quoteCart({ body: wish });
  const lines = quote.lines.filter(({ state }) => state === 'available');
  if (lines.length === 0) return undefined;
  const { orderId, status } = await orders.placeOrder({
    idempotencyKey: `demo-order-${key}`,
    body: {
      ...wish,
      lines: lines.map(({ offerId, quantity }) => ({ offerId, quantity })),
      recipient: { name, phone },
      expectedTotal: quote.amounts.total,
    },
  });
  if (status === 'awaiting_payment')
    await orders.beginPayment({
      idempotencyKey: `demo-payment-${key}`,
      params: { orderId },
      body: { method: 'card', paymentMethodId: 'pm_card_visa' },
    });
  return orderId;
}

/** Group buys that neighbours agree on. */
const agreedGroupBuys = 4;

/** What neighbours wish for who agree on a few group buys: only where many buy the same do groups form. */
export const agreed = (offers: readonly OfferCard[]): OfferCard[] => [
  ...offers.filter(({ group }) => group).slice(0, agreedGroupBuys),
  ...alone(offers),
];

/** What comes for certain, whatever neighbours do. */
export const alone = (offers: readonly OfferCard[]): OfferCard[] => offers.filter(({ group }) => !group);

/** Two to four offers, one to three units each: what is shown first sells best. */
function linesOf(n: number, offers: readonly OfferCard[]) {
  const count = 2 + (n % 3);
  const chosen = new Map(
    Array.from({ length: count }, (_, line) => {
      const place = Math.floor((((n * 37 + line * 101) % 100) ** 2 / 10_000) * offers.length);
      return [place, offers[place]] as const;
    }),
  );
  return [...chosen.values()]
    .filter((offer) => offer !== undefined)
    .map((offer, line) => ({
      offerId: offer.offerId,
      quantity: Math.min(1 + ((n + line) % 3), offer.limitPerShopper ?? 3),
    }));
}
