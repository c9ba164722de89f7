import fc from 'fast-check';
import request from 'supertest';
import { createLog } from '#shared/kit/log/log';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { signatureHeader } from '../../../../shared/sandbox/stripe/webhooks/sign';
import { type ProviderEvent } from '../paymentProvider';
import { stripePayments } from './stripePayments';
import { paymentWebhookRoute } from '../../http/paymentWebhook';

const webhookSecret = 'whsec_of_the_test';
const payments = stripePayments({
  secretKey: 'sk_test_of_the_test',
  webhookSecret,
  publicUrl: 'http://127.0.0.1',
  now: () => new Date(),
});
const kept: ProviderEvent[] = [];
const app = serviceApp({
  routers: [paymentWebhookRoute(payments, { receive: (event) => Promise.resolve(void kept.push(event)) })],
  log: createLog({ service: 'test', level: 'silent' }),
});
beforeEach(() => kept.splice(0));

/** Sends this body, signed as Stripe signs. */
const send = (body: string) =>
  request(app)
    .post('/webhooks/stripe')
    .set('Content-Type', 'application/json')
    .set('Stripe-Signature', signatureHeader(body, webhookSecret, Math.floor(Date.now() / 1000)))
    .send(body);

const whole = {
  id: 'evt_1',
  type: 'payment_intent.succeeded',
  data: { object: { id: 'pi_1', metadata: { orderId: 'ord_1' } } },
};
const without = (name: keyof typeof whole) => ({ ...whole, [name]: undefined });

test('a whole report is kept', async () => {
  expect((await send(JSON.stringify(whole))).status).toBe(200);
  expect(kept).toEqual([
    {
      ...{ provider: 'stripe', eventId: 'evt_1', type: whole.type },
      subject: { kind: 'intent', intentId: 'pi_1', orderId: 'ord_1', taken: true },
    },
  ]);
});

test.each([
  ['nothing', ''],
  ['a blank', ' '],
  ['no JSON', 'event'],
  ['JSON that is cut off', JSON.stringify(whole).slice(0, -3)],
  ['a NUL', '\0'],
  ...[null, true, 7, 'evt', [], [whole], {}].map((body) => ['another kind of JSON', JSON.stringify(body)]),
  ...(['id', 'type', 'data'] as const).map((name) => [`no ${name}`, JSON.stringify(without(name))]),
  ...[null, 7, 'x', [], {}, { object: null }, { object: 'pi_1' }, { object: [] }, { object: {} }].map(
    (data) => ['data of another shape', JSON.stringify({ ...whole, data })],
  ),
  ...[null, '', 7, { $gt: '' }, ['pi_1'], 'x'.repeat(300)].flatMap((id) => [
    ['an id of another kind', JSON.stringify({ ...whole, id })],
    ['an intent’s id of another kind', JSON.stringify({ ...whole, data: { object: { id } } })],
    ['a type of another kind', JSON.stringify({ ...whole, type: id })],
  ]),
])('signed rightly, but %s: refused, and not kept (%s)', async (_, body) => {
  const reply = await send(body);
  expect(reply.status).toBe(400);
  expect(['MALFORMED_REQUEST', 'WEBHOOK_REFUSED']).toContain(reply.body.code);
  expect(kept).toEqual([]);
});

test('no body, however it is signed, is a fault of ours', async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .tuple(fc.constantFrom('id', 'type', 'data', 'object', 'metadata'), fc.jsonValue())
      .map(([name, value]) =>
        JSON.stringify({
          ...whole,
          ...(name in whole ? { [name]: value } : {}),
          ...(name === 'object' ? { data: { object: value } } : {}),
          ...(name === 'metadata' ? { data: { object: { id: 'pi_1', metadata: value } } } : {}),
        }),
      ),
    fc.constantFrom('__proto__', 'constructor', 'toString').map((type) => JSON.stringify({ ...whole, type })),
  );
  await fc.assert(
    fc.asyncProperty(odd, async (body) => {
      expect([200, 400]).toContain((await send(body)).status);
    }),
    { numRuns: 200 },
  );
});
