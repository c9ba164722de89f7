import { createDeliveries } from './webhooks/deliveries';
import { until } from '../kit/support';
import { startReceiver, startSandbox } from './support';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
type Receiver = Awaited<ReturnType<typeof startReceiver>>;
const webhookSecret = 'whsec_for_these_tests';
let on: Sandbox;
let receiver: Receiver;
let answer: (type: string) => number;

beforeEach(async () => {
  answer = () => 200;
  receiver = await startReceiver(webhookSecret, ({ type }) => answer(type));
  on = await startSandbox({ webhookSecret, webhookUrl: receiver.url });
});
afterEach(async () => {
  await on.close();
  await receiver.close();
});

const paid = (amount = 1000) =>
  on.stripe.paymentIntents.create(
    {
      amount,
      currency: 'cny',
      allowed_payment_method_types: ['card'],
      payment_method: 'pm_card_visa',
      confirm: true,
    },
    { idempotencyKey: `pay:${amount}` },
  );
const usual = ['charge.succeeded', 'payment_intent.created', 'payment_intent.succeeded'];

it('tells what happened, signed, with a snapshot of the object and the request that caused it', async () => {
  const intent = await paid();
  await until(() => receiver.received.length === 3);
  expect(receiver.types().sort()).toEqual(usual);
  const { event } = receiver.received.find(({ event: { type } }) => type === 'payment_intent.created')!;
  expect(event).toMatchObject({
    object: 'event',
    livemode: false,
    pending_webhooks: 1,
    data: { object: { id: intent.id, status: 'requires_payment_method' } },
    request: { id: intent.lastResponse.requestId, idempotency_key: 'pay:1000' },
  });
  expect(await on.stripe.events.retrieve(event.id)).toMatchObject({ id: event.id, type: event.type });
  expect((await on.stripe.events.list({ type: 'charge.succeeded' })).data).toHaveLength(1);
});

it('sends only the types that the endpoint asked for, and keeps the others to be read', async () => {
  await on.close();
  on = await startSandbox({
    webhookSecret,
    webhookUrl: receiver.url,
    webhookEvents: ['payment_intent.succeeded'],
  });
  await paid();
  await until(async () => (await on.control('GET', '/delivery')).body['pending'] === 0);
  expect(receiver.types()).toEqual(['payment_intent.succeeded']);
  const { data } = await on.stripe.events.list();
  expect(data.map(({ type }) => type).sort()).toEqual(usual);
});

it('sends again until it is taken', async () => {
  let refusals = 3;
  answer = (type) => (type === 'payment_intent.succeeded' && refusals-- > 0 ? 503 : 200);
  await paid();
  await until(() => receiver.received.length === 6);
  await until(async () => (await on.control('GET', '/delivery')).body['pending'] === 0);
  const { attempts } = (await on.control('GET', '/delivery')).body as {
    attempts: { type: string; status: number }[];
  };
  expect(
    attempts.filter(({ type }) => type === 'payment_intent.succeeded').map(({ status }) => status),
  ).toEqual([503, 503, 503, 200]);
});

it('holds everything back and then lets it go, twice and late if wished', async () => {
  await on.control('PUT', '/delivery', { hold: true, duplicate: true, delayMs: 5, shuffle: true });
  await paid();
  expect((await on.control('GET', '/delivery')).body).toMatchObject({ pending: 3 });
  expect(receiver.received).toEqual([]);
  await on.control('PUT', '/delivery', { hold: false });
  await until(() => receiver.received.length === 6);
  expect(receiver.types().sort()).toEqual([...usual, ...usual].sort());
});

it('repeats an event on request', async () => {
  await paid();
  await until(() => receiver.received.length === 3);
  const { id } = receiver.received[0]!.event;
  await on.control('POST', `/events/${id}/resend`);
  await until(() => receiver.received.length === 4);
  expect(receiver.received[3]!.event.id).toBe(id);
});

it('tells how refunds of wallets end', async () => {
  const intent = await on.stripe.paymentIntents.create({
    amount: 1000,
    currency: 'cny',
    allowed_payment_method_types: ['alipay'],
  });
  await on.control('POST', `/payment_intents/${intent.id}/pay`);
  await on.control('PUT', '/refunds', { failNext: 1 });
  await on.stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
  await on.stripe.refunds.create({ payment_intent: intent.id, amount: 200 });
  await until(
    () =>
      receiver.types().includes('refund.failed') &&
      receiver.types().filter((type) => type === 'refund.updated').length === 2,
  );
  const failed = receiver.received.find(({ event: { type } }) => type === 'refund.failed')!.event;
  expect(failed.data.object).toMatchObject({ amount: 100, status: 'failed' });
});

it('gives up after three days', async () => {
  let now = new Date('2026-11-01T00:00:00Z');
  const finished: string[] = [];
  const event = { id: 'evt_1', created: now.getTime() / 1000, type: 'charge.succeeded', body: '{}' };
  const rows = [{ id: 'evt_1', state: 'pending' as const }];
  const store = {
    event: { get: () => event },
    delivery: { all: () => rows, get: () => rows[0], oldestFirst: () => [] },
    put: (_kind: string, { state }: { state: string }) => finished.push(state),
    commit: () => Promise.resolve(),
  };
  const deliveries = createDeliveries({
    world: { store, now: () => now } as never,
    secret: webhookSecret,
    url: 'http://127.0.0.1:1/nobody',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    firstRetryMs: 1,
  });
  deliveries.nudge();
  await until(() => deliveries.report().attempts.length > 1);
  now = new Date('2026-11-04T00:00:01Z');
  await until(() => finished.length > 0);
  expect(finished).toEqual(['given_up']);
  await deliveries.close();
});
