import { randomUUID } from 'node:crypto';
import { type Operation } from '../closedLoop';
import { type HttpLoad } from '../httpLoad';
import { priceFen, type Shop } from '../shop';

export type Spread = 'spread' | 'hot';

const linesPerOrder = 3;

/** The lines of the order of `turn`: three different offers, or the hot one alone three times over. */
function linesOf(shop: Shop, spread: Spread, turn: number) {
  if (spread === 'hot') return [{ offerId: shop.hotOfferId, quantity: linesPerOrder }];
  return Array.from({ length: linesPerOrder }, (_, line) => ({
    offerId: shop.offerIds[(turn * 7 + line * 131) % shop.offerIds.length],
    quantity: 1,
  }));
}

const wish = (shop: Shop, spread: Spread, turn: number) => ({
  cycleId: shop.cycleId,
  pickupPointId: shop.pickupPointIds[turn % shop.pickupPointIds.length],
  lines: linesOf(shop, spread, turn),
  recipient: { name: '王小美', phone: '13900000000' },
  expectedTotal: { amount: linesPerOrder * priceFen, currency: 'CNY' },
});

export const expectStatus = (wanted: number, { status, body }: { status: number; body: unknown }): void => {
  if (status !== wanted) throw new Error(`Expected ${wanted}, got ${status}: ${JSON.stringify(body)}`);
};

export type OrderLoad = { readonly spread: Spread; readonly paid: boolean };

/** Places an order (and pays it by card) through the public API. */
export function productOrder(load: HttpLoad, shop: Shop, { spread, paid }: OrderLoad): Operation {
  return async (turn) => {
    const authorization = `Bearer ${shop.shoppers[turn % shop.shoppers.length] ?? ''}`;
    const placed = await load.send('POST', '/api/orders', {
      headers: { authorization, 'idempotency-key': randomUUID() },
      body: wish(shop, spread, turn),
      readBody: true,
    });
    expectStatus(201, placed);
    if (paid) await pay(load, authorization, (placed.body as { orderId: string }).orderId);
  };
}

async function pay(load: HttpLoad, authorization: string, orderId: string): Promise<void> {
  const payment = await load.send('POST', `/api/orders/${orderId}/payments`, {
    headers: { authorization, 'idempotency-key': randomUUID() },
    body: { method: 'card', paymentMethodId: 'pm_card_visa' },
    readBody: true,
  });
  expectStatus(201, payment);
  const { status } = payment.body as { status: string };
  if (status !== 'authorised' && status !== 'captured')
    throw new Error(`Not paid: ${JSON.stringify(payment.body)}`);
}

/** The same requests against the bare program. */
export function bareOrder(load: HttpLoad, shop: Shop, { spread, paid }: OrderLoad): Operation {
  return async (turn) => {
    const placed = await load.send('POST', '/orders', { body: wish(shop, spread, turn), readBody: true });
    expectStatus(201, placed);
    if (!paid) return;
    const { orderId } = placed.body as { orderId: string };
    expectStatus(201, await load.send('POST', `/orders/${orderId}/pay`, { body: {}, readBody: true }));
  };
}

/** One order at the first pickup point, so that stock and sold counts change. */
export async function placeOne(
  load: HttpLoad,
  shop: Shop,
  turn: number,
): Promise<{ orderId: string; groupOrderId: string; authorization: string }> {
  const authorization = `Bearer ${shop.shoppers[turn % shop.shoppers.length] ?? ''}`;
  const headers = { authorization, 'idempotency-key': randomUUID() };
  const body = { ...wish(shop, 'spread', turn), pickupPointId: shop.pickupPointIds[0] };
  const placed = await load.send('POST', '/api/orders', { headers, body, readBody: true });
  expectStatus(201, placed);
  const { orderId, groupOrderId } = placed.body as { orderId: string; groupOrderId: string };
  return { orderId, groupOrderId, authorization };
}

/** So many orders at the first pickup point, placed and paid as fast as they go. */
export async function placeAndPay(load: HttpLoad, shop: Shop, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async (_, turn) => {
      const { orderId, authorization } = await placeOne(load, shop, turn);
      await pay(load, authorization, orderId);
    }),
  );
}
