import { createIdempotency } from './http/idempotency';
import { openStore } from './state/store';
import { until } from '../kit/support';
import { refusal, startSandbox } from './support';

let on: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  on = await startSandbox();
});
afterAll(() => on.close());

const wish = (amount = 1000) => ({
  amount,
  currency: 'cny',
  allowed_payment_method_types: ['card' as const],
});
const keyed = (idempotencyKey: string) => ({ idempotencyKey });
/** A call without the SDK, which would hide some answers. */
const post = (path: string, form: string, headers: Record<string, string> = {}) =>
  fetch(`${on.url}${path}`, {
    method: 'POST',
    body: form,
    headers: {
      authorization: `Bearer ${on.keys.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });

describe('an idempotency key', () => {
  it('gives the first answer again', async () => {
    const first = await on.stripe.paymentIntents.create(wish(), keyed('pay:1'));
    const second = await on.stripe.paymentIntents.create(wish(), keyed('pay:1'));
    expect(second).toEqual(first);
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
      'idempotency-key': 'pay:1',
    });
    expect(second.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
  });

  it('gives a decline again, without asking the bank twice', async () => {
    const params = { ...wish(), payment_method: 'pm_card_chargeDeclined', confirm: true };
    const first = await refusal(on.stripe.paymentIntents.create(params, keyed('pay:2')));
    const second = await refusal(on.stripe.paymentIntents.create(params, keyed('pay:2')));
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    const charges = await on.stripe.charges.list({ payment_intent: first.payment_intent!.id });
    expect(charges.data).toHaveLength(1);
  });

  it('is refused with other parameters, and for another call', async () => {
    await on.stripe.paymentIntents.create(wish(), keyed('pay:3'));
    const other = await refusal(on.stripe.paymentIntents.create(wish(1001), keyed('pay:3')));
    expect(other).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    expect(await refusal(on.stripe.refunds.create({ charge: 'ch_1' }, keyed('pay:3')))).toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });

  it('keeps an answer that nobody was there to hear', async () => {
    await on.control('POST', '/faults', { kind: 'timeout_after', method: 'POST' });
    const gone = new AbortController();
    const form = 'amount=4321&currency=cny';
    const headers = { authorization: `Bearer ${on.keys.secretKey}`, 'idempotency-key': 'pay:4' };
    const hanging = fetch(`${on.url}/v1/payment_intents`, {
      method: 'POST',
      body: form,
      headers,
      signal: gone.signal,
    });
    await until(async () => (await on.stripe.paymentIntents.list({ limit: 1 })).data[0]?.amount === 4321);
    gone.abort();
    await expect(hanging).rejects.toThrow();
    const replayed = await post('/v1/payment_intents', form, { 'idempotency-key': 'pay:4' });
    expect(replayed.headers.get('idempotent-replayed')).toBe('true');
  });

  it('works on one request at a time', async () => {
    const idempotency = createIdempotency(await openStore());
    expect(idempotency.claim('pay:5', 'same', 0)).toBeNull();
    expect(() => idempotency.claim('pay:5', 'same', 0)).toThrow('another in-progress request');
    idempotency.release('pay:5');
    expect(idempotency.claim('pay:5', 'same', 0)).toBeNull();
  });

  it('is forgotten after a day', async () => {
    const idempotency = createIdempotency(await openStore());
    const answer = { id: 'pay:8', at: 0, fingerprint: 'one', requestId: 'req_1', status: 200, body: '{}' };
    idempotency.store(answer);
    expect(idempotency.claim('pay:8', 'one', 86_399)).toEqual(answer);
    expect(idempotency.claim('pay:8', 'other', 86_401)).toBeNull();
  });

  it('is free again when the parameters were refused before anything was done', async () => {
    const refused = await post('/v1/payment_intents', 'amount=x&currency=cny', {
      'idempotency-key': 'pay:6',
    });
    expect(refused.status).toBe(400);
    const fine = await post('/v1/payment_intents', 'amount=500&currency=cny', { 'idempotency-key': 'pay:6' });
    expect(fine.status).toBe(200);
  });

  describe('is free again, and nothing is left, when the request was refused for what it says', () => {
    const card = 'currency=cny&allowed_payment_method_types[]=card';
    const intents = '/v1/payment_intents';
    const good = `amount=500&${card}`;
    const paid = async () =>
      (await on.stripe.paymentIntents.create({ ...wish(500), payment_method: 'pm_card_visa', confirm: true }))
        .id;
    const open = async () => (await on.stripe.paymentIntents.create(wish(500))).id;

    it.each<[string, () => Promise<[path: string, wrong: string, right: string]>]>([
      ['an amount of nothing', () => Promise.resolve([intents, `amount=0&${card}`, good])],
      ['an amount that is too small', () => Promise.resolve([intents, `amount=99&${card}`, good])],
      ['an unknown currency', () => Promise.resolve([intents, 'amount=500&currency=xyz', good])],
      ['an unknown parameter', () => Promise.resolve([intents, `${good}&colour=red`, good])],
      ['a customer who is not there', () => Promise.resolve([intents, `${good}&customer=cus_none`, good])],
      [
        'a payment method that is not there',
        () => Promise.resolve([intents, `${good}&payment_method=pm_none&confirm=true`, good]),
      ],
      [
        'a payment method that is not allowed',
        () => Promise.resolve([intents, `${good}&payment_method_data[type]=alipay`, good]),
      ],
      ['what cannot be expanded', () => Promise.resolve([intents, `${good}&expand[]=colour`, good])],
      [
        'two ways to say one thing',
        () => Promise.resolve(['/v1/refunds', 'charge=ch_1&payment_intent=pi_1', '']),
      ],
      [
        'a refund of more than was paid',
        async () => {
          const intent = await paid();
          return [
            '/v1/refunds',
            `payment_intent=${intent}&amount=501`,
            `payment_intent=${intent}&amount=500`,
          ];
        },
      ],
      [
        'a change of the amount with a method that is not there',
        async () => [`${intents}/${await open()}`, 'amount=600&payment_method=pm_none', 'amount=600'],
      ],
      [
        'a confirmation with a method that is not there',
        async () => [
          `${intents}/${await open()}/confirm`,
          'payment_method=pm_none',
          'payment_method=pm_card_visa',
        ],
      ],
    ])('%s', async (name, prepare) => {
      const [path, wrong, right] = await prepare();
      const before = await on.stripe.events.list({ limit: 1 });
      const headers = { 'idempotency-key': `validation:${name}` };
      const refused = await post(path, wrong, headers);
      expect([400, 404]).toContain(refused.status);
      expect(refused.headers.get('idempotent-replayed')).toBeNull();
      expect((await on.stripe.events.list({ limit: 1 })).data).toEqual(before.data);
      if (right === '') return;
      expect((await post(path, right, headers)).status).toBe(200);
    });
  });

  it('is kept by a refusal that comes of how things stand', async () => {
    const { id } = await on.stripe.paymentIntents.create(wish());
    const first = await refusal(on.stripe.paymentIntents.capture(id, {}, keyed('pay:9')));
    expect(first.code).toBe('payment_intent_unexpected_state');
    await on.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    const second = await refusal(on.stripe.paymentIntents.capture(id, {}, keyed('pay:9')));
    expect(second.message).toBe(first.message);
  });

  it('has at most 255 characters', async () => {
    expect(await refusal(on.stripe.paymentIntents.create(wish(), keyed('k'.repeat(256))))).toMatchObject({
      statusCode: 400,
    });
  });
});

describe('a fault', () => {
  it.each([
    ['error_before', { statusCode: 500, type: 'StripeAPIError' }],
    ['rate_limited', { statusCode: 429, type: 'StripeRateLimitError' }],
  ])('%s answers so, once, and does nothing', async (kind, expected) => {
    const before = (await on.stripe.paymentIntents.list({ limit: 1 })).data[0]?.id;
    await on.control('POST', '/faults', { kind, method: 'POST' });
    expect(await refusal(on.stripe.paymentIntents.create(wish()))).toMatchObject(expected);
    expect((await on.stripe.paymentIntents.list({ limit: 1 })).data[0]?.id).toBe(before);
    await on.stripe.paymentIntents.create(wish());
  });

  it('reset_after does the work, and the same key finds it', async () => {
    await on.control('POST', '/faults', { kind: 'reset_after', method: 'POST', count: 2 });
    expect(await refusal(on.stripe.paymentIntents.create(wish(777), keyed('pay:7')))).toMatchObject({
      type: 'StripeConnectionError',
    });
    await on.control('DELETE', '/faults');
    const found = await on.stripe.paymentIntents.create(wish(777), keyed('pay:7'));
    const newest = await on.stripe.paymentIntents.list({ limit: 2 });
    expect(newest.data.filter(({ amount }) => amount === 777).map(({ id }) => id)).toEqual([found.id]);
  });

  it('timeout_before never answers and does nothing', async () => {
    await on.control('POST', '/faults', { kind: 'timeout_before', path: '/v1/balance' });
    expect(await refusal(on.stripe.balance.retrieve({}, { timeout: 50 }))).toMatchObject({
      type: 'StripeConnectionError',
    });
  });
});
