import { anOrderWish, fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld } from '../../tests/support/orders/world';

let world: OrdersWorld;
beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
});
afterAll(() => world.close());

const { placed, pay, reaches, order } = shopping(() => world);
const cycleId = anOrderWish().cycleId;
const refundOffer = (offerId: string, who = 'acc_boss:operator') =>
  world.send('post', `/orders/offers/${offerId}/refunds`, who, { body: { cycleId } });

test('everybody who paid for an offer that was withdrawn gets it back, once', async () => {
  const paid = await placed();
  await pay(paid);
  await reaches(paid, 'paid');
  const unpaid = await placed();

  expect((await refundOffer('off_apples')).body).toEqual({ refunded: 1 });
  const { refunds, amounts } = await order(paid);
  expect(refunds).toMatchObject([{ reason: 'supplier_shortage', amount: fen(amounts.total.amount) }]);
  expect((await order(unpaid)).refunds).toEqual([]);

  expect((await refundOffer('off_apples')).body).toEqual({ refunded: 0 });
  expect((await order(paid)).refunds).toHaveLength(1);
});

test('is for operators', async () => {
  expect((await refundOffer('off_apples', 'acc_mei:shopper')).status).toBe(403);
});
