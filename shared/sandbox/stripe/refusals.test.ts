import Stripe from 'stripe';
import { refusal, startSandbox } from './support';

let on: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  on = await startSandbox();
});
afterAll(() => on.close());

/** A call with parameters that the SDK's types would not allow. */
const create = (params: Record<string, unknown>) =>
  refusal(on.stripe.rawRequest('POST', '/v1/payment_intents', params));

describe('parameters', () => {
  it.each([
    [
      'an unknown one',
      { amount: 500, currency: 'cny', colour: 'green' },
      { code: 'parameter_unknown', param: 'colour' },
    ],
    [
      'an unknown nested one',
      { amount: 500, currency: 'cny', payment_method_options: { card: { colour: 'green' } } },
      { code: 'parameter_unknown', param: 'payment_method_options[card][colour]' },
    ],
    ['a missing one', { currency: 'cny' }, { code: 'parameter_missing', param: 'amount' }],
    [
      'an amount that is no integer',
      { amount: '12.5', currency: 'cny' },
      { code: 'parameter_invalid_integer', param: 'amount' },
    ],
    [
      'nothing to pay',
      { amount: 0, currency: 'cny' },
      { code: 'parameter_invalid_integer', param: 'amount' },
    ],
    ['too little', { amount: 99, currency: 'cny' }, { code: 'amount_too_small', param: 'amount' }],
    ['too much', { amount: 100_000_000, currency: 'cny' }, { code: 'amount_too_large', param: 'amount' }],
    ['an unknown currency', { amount: 500, currency: 'xxx' }, { param: 'currency' }],
    [
      'an empty value',
      { amount: 500, currency: 'cny', customer: '' },
      { code: 'parameter_invalid_empty', param: 'customer' },
    ],
    [
      'an unknown customer',
      { amount: 500, currency: 'cny', customer: 'cus_x' },
      { code: 'resource_missing', param: 'customer' },
    ],
    [
      'a script to return to',
      { amount: 500, currency: 'cny', return_url: 'javascript:alert(1)' },
      { code: 'url_invalid' },
    ],
    ['a value where fields belong', { amount: 500, currency: 'cny', metadata: 'x' }, { param: 'metadata' }],
    ['a prototype', { amount: 500, currency: 'cny', __proto__x: 1 }, { code: 'parameter_unknown' }],
    [
      'a wrong card number',
      { amount: 500, currency: 'cny', payment_method_data: { type: 'card', card: { number: '4242' } } },
      { code: 'incorrect_number' },
    ],
  ])('refuses %s', async (_name, params, expected) => {
    const error = await create(params);
    expect(error).toMatchObject(expected);
    expect(error.requestId).toMatch(/^req_/);
  });

  it('knows what to do with metadata', async () => {
    const { id } = await on.stripe.paymentIntents.create({
      amount: 500,
      currency: 'cny',
      metadata: { a: '1', b: '2' },
    });
    const updated = await on.stripe.paymentIntents.update(id, {
      metadata: { a: '', c: '3' },
      description: 'Tonight',
    });
    expect(updated).toMatchObject({ metadata: { b: '2', c: '3' }, description: 'Tonight' });
    expect(updated.metadata).not.toHaveProperty('a');
  });

  it('cannot change the amount once money moved', async () => {
    const { id } = await on.stripe.paymentIntents.create({
      amount: 500,
      currency: 'cny',
      allowed_payment_method_types: ['card'],
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    expect(await refusal(on.stripe.paymentIntents.update(id, { amount: 600 }))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    const again = await refusal(on.stripe.paymentIntents.confirm(id));
    expect(again).toMatchObject({
      code: 'payment_intent_unexpected_state',
      payment_intent: { id, status: 'succeeded' },
    });
  });

  it('needs a way back where a method may redirect', async () => {
    const intent = { amount: 500, currency: 'cny', payment_method: 'pm_card_visa', confirm: true };
    expect(await create(intent)).toMatchObject({ param: 'return_url' });
    expect(await create({ ...intent, payment_method: undefined })).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });
});

describe('keys', () => {
  const withKey = (key: string) =>
    new Stripe(key, { host: '127.0.0.1', port: on.port, protocol: 'http', maxNetworkRetries: 0 });
  it('must be the secret one', async () => {
    const wrong = await refusal(withKey('sk_test_wrong').balance.retrieve());
    expect(wrong).toMatchObject({ statusCode: 401, type: 'StripeAuthenticationError' });
    expect(wrong.message).not.toContain('sk_test_wrong');
    expect(await refusal(withKey(on.keys.publishableKey).balance.retrieve())).toMatchObject({
      code: 'secret_key_required',
    });
    expect((await fetch(`${on.url}/v1/balance`)).status).toBe(401);
    expect((await fetch(`${on.url}/_sandbox/totals`)).status).toBe(401);
  });

  it('must not be live', async () => {
    await expect(startSandbox({ secretKey: 'rk_live_1234567890' })).rejects.toMatchObject({
      name: 'LiveKeysConfigured',
    });
    await expect(startSandbox({ secretKey: 'sk_live_1234567890' })).rejects.toMatchObject({
      name: 'LiveKeysConfigured',
    });
  });
});

describe('addresses', () => {
  it('that are unknown give 404 as Stripe does', async () => {
    expect(await refusal(on.stripe.rawRequest('GET', '/v1/nothing'))).toMatchObject({ statusCode: 404 });
    for (const call of [
      on.stripe.paymentIntents.retrieve('pi_x'),
      on.stripe.charges.retrieve('ch_x'),
      on.stripe.refunds.retrieve('re_x'),
      on.stripe.transfers.retrieve('tr_x'),
      on.stripe.customers.retrieve('cus_x'),
      on.stripe.paymentMethods.retrieve('pm_x'),
      on.stripe.events.retrieve('evt_x'),
      on.stripe.balanceTransactions.retrieve('txn_x'),
    ])
      expect(await refusal(call)).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });
});
