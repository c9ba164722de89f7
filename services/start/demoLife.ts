import { setTimeout as pause } from 'node:timers/promises';
import { catalogApi } from '#shared/contracts/catalog';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { identityApi } from '#shared/contracts/identity';
import { PickupPointId } from '#shared/contracts/ids';
import { ordersApi } from '#shared/contracts/orders';
import { createClient } from '#shared/kit/client/client';
import { httpTransport } from '#shared/kit/client/httpTransport';
import { systemClock } from '#shared/kit/clock';
import { DomainError } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { every } from '#shared/kit/schedule/every';
import { demoCode, demoPeople } from '../identity/demo/people';

type Neighbour = ReturnType<typeof demoPeople>[number];

const ordersPerCycle = 120;
/** So many of them at the pickup point of the demo's leader. */
const ordersAtFirstPoint = 24;
const pickupPoints = 60;
const pauseMs = 60;
const lookEveryMs = 10 * 60_000;

/**
 * Lets the neighbours of the demo order and pay through the public API, a few each second, once per cycle: a shop in which
 * nobody ever bought anything shows nothing of what it can do. The names of the requests follow from the cycle, so an
 * interrupted round goes on where it was.
 */
export function demoLife(ownUrl: string, log: Log): { close(): Promise<void> } {
  const stop = new AbortController();
  const baseUrl = `${ownUrl}/api`;
  const anybody = httpTransport({ baseUrl });
  const catalog = createClient(catalogApi, anybody);
  const identity = createClient(identityApi, anybody);
  const neighbours = demoPeople().slice(100, 100 + ordersPerCycle);

  async function asNeighbour({ phone }: Neighbour) {
    const { tokens } = await identity.signInWithPhone({ body: { phone, code: demoCode } });
    const authorization = () => Promise.resolve(`Bearer ${tokens.accessToken}`);
    return createClient(ordersApi, httpTransport({ baseUrl, authorization }));
  }

  async function order(neighbour: Neighbour, n: number, cycle: Cycle, offers: readonly OfferCard[]) {
    const orders = await asNeighbour(neighbour);
    const { cycleId } = cycle;
    const pickupPointId = pointOf(n);
    const wish = { cycleId, pickupPointId, lines: linesOf(n, offers) };
    const quote = await orders.quoteCart({ body: wish });
    const lines = quote.lines.filter(({ state }) => state === 'available');
    if (lines.length === 0) return;
    const placed = await orders.placeOrder({
      idempotencyKey: `demo-order-${cycleId}-${n}`,
      body: {
        ...wish,
        lines: lines.map(({ offerId, quantity }) => ({ offerId, quantity })),
        recipient: { name: neighbour.displayName, phone: neighbour.phone },
        expectedTotal: quote.amounts.total,
      },
    });
    if (placed.status !== 'awaiting_payment') return;
    await orders.beginPayment({
      idempotencyKey: `demo-payment-${cycleId}-${n}`,
      params: { orderId: placed.orderId },
      body: { method: 'card', paymentMethodId: 'pm_card_visa' },
    });
  }

  async function round(): Promise<void> {
    const { items: offers, cycle } = await catalog.listOffers({
      query: { pickupPointId: pointOf(0), limit: '100' },
    });
    const last = neighbours.at(-1);
    if (cycle === undefined || offers.length === 0 || last === undefined) return;
    const done = await (await asNeighbour(last)).listOwnOrders({});
    if (done.items.some(({ cycleId }) => cycleId === cycle.cycleId)) return;
    for (const [n, neighbour] of neighbours.entries()) {
      if (stop.signal.aborted) return;
      await order(neighbour, n, cycle, offers).catch((error: unknown) => {
        // Sold out or closed meanwhile: the next neighbour has other wishes.
        if (!(error instanceof DomainError)) throw error;
        log.info({ err: error }, 'a neighbour of the demo could not order');
      });
      await pause(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  const rounds = every({ name: 'demo_life', intervalMs: lookEveryMs, run: round, now: systemClock, log });
  void rounds.runNow().catch(() => undefined);
  return {
    close() {
      stop.abort();
      return rounds.close();
    },
  };
}

function pointOf(n: number): PickupPointId {
  const point = n < ordersAtFirstPoint ? 1 : 1 + (n % pickupPoints);
  return PickupPointId.parse(`ppt_${String(point).padStart(3, '0')}`);
}

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
