import { type PaymentWish } from '#shared/contracts/orders/payments';
import { anIntentWish } from '../../../../tests/support/orders/anIntentWish';
import { startSandbox } from '#shared/sandbox/stripe/support';
import { type IntentWish, type PaymentProvider } from '../paymentProvider';
import { stripePayments } from './stripePayments';

let on: Awaited<ReturnType<typeof startSandbox>>;
let payments: PaymentProvider;
beforeAll(async () => {
  on = await startSandbox();
  const { secretKey, webhookSecret } = on.keys;
  payments = stripePayments({
    ...{ secretKey, webhookSecret, publicUrl: 'https://shop.example', now: () => new Date() },
    api: { host: '127.0.0.1', port: on.port, protocol: 'http' },
  });
});
afterAll(() => on.close());
afterEach(() => on.control('DELETE', '/faults'));

const wishTo = (wish: PaymentWish) => anIntentWish(new Date(), { wish });

/** An authorised intent. */
async function authorised(): Promise<{ wish: IntentWish; intentId: string }> {
  const wish = wishTo({ method: 'card', paymentMethodId: 'pm_card_visa' });
  const intent = await payments.begin(wish);
  if (intent?.outcome.kind !== 'authorised') throw new Error('The card was refused');
  return { wish, intentId: intent.intentId };
}
const broken = (method: 'GET' | 'POST', kind: string, count: number) =>
  on.control('POST', '/faults', { kind, method, count, path: '/v1/payment_intents' });
const taken = { outcome: { kind: 'captured', fen: 700 } };

test('asks for nothing before it captures, and only once', async () => {
  const { wish, intentId } = await authorised();
  await broken('GET', 'error_before', 9);
  expect(await payments.capture(wish.orderId, intentId, 700)).toMatchObject(taken);
  expect(await payments.capture(wish.orderId, intentId, 700)).toMatchObject(taken);
});

test('tells how it stands when it cannot be captured any more', async () => {
  const { wish, intentId } = await authorised();
  await on.stripe.paymentIntents.cancel(intentId);
  expect((await payments.capture(wish.orderId, intentId, 700)).outcome.kind).toBe('cancelled');
  const other = await authorised();
  await on.stripe.paymentIntents.capture(other.intentId, { amount_to_capture: 700 });
  expect(await payments.capture(other.wish.orderId, other.intentId, 700)).toMatchObject(taken);
});

test('captures what became possible after it was refused', async () => {
  const wish = wishTo({ method: 'card' });
  const { intentId } = (await payments.begin(wish))!;
  expect((await payments.capture(wish.orderId, intentId, 700)).outcome.kind).toBe('waiting');
  await on.stripe.paymentIntents.confirm(intentId, {
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.example/',
  });
  expect(await payments.capture(wish.orderId, intentId, 700)).toMatchObject(taken);
});

test('an answer that is lost takes nothing twice', async () => {
  const { wish, intentId } = await authorised();
  await broken('POST', 'reset_after', 3);
  await expect(payments.capture(wish.orderId, intentId, 700)).rejects.toMatchObject({
    code: 'PAYMENT_UNAVAILABLE',
  });
  expect(await payments.capture(wish.orderId, intentId, 700)).toMatchObject(taken);
});
