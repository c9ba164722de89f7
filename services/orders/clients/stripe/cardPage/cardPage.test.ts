import request from 'supertest';
import { createLog } from '#shared/kit/log/log';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { readOrdersConfig } from '../../../config';
import { cardPageRoute, cardPageUrl } from './cardPageRoute';

const app = (key: string | undefined) =>
  request(
    serviceApp({ routers: [cardPageRoute(key)], log: createLog({ service: 'test', level: 'silent' }) }),
  );

test('with a publishable key there is a page, in the language of who asks', async () => {
  const ask = (language: string) =>
    app('pk_test_12345678').get('/card-payments').set('Accept-Language', language);
  const { text, headers } = await ask('en-GB,en;q=0.9');
  expect(text).toContain('data-key="pk_test_12345678"');
  expect(text).toContain('<h1>Pay by card</h1>');
  expect(headers['content-security-policy']).toContain("script-src https://js.stripe.com 'sha256-");
  expect(headers['cache-control']).toBe('no-store');
  expect((await ask('zh-CN')).text).toContain('<h1>银行卡付款</h1>');
});

test('without one there is none', async () => {
  expect((await app(undefined).get('/card-payments')).status).toBe(404);
});

test('the secret of a payment stands where no server sees it', () => {
  const page = new URL(
    cardPageUrl('https://shop.example')({ clientSecret: 'pi_1_secret_2', orderId: 'ord_1' }),
  );
  expect(`${page.pathname}${page.search}`).toBe('/api/card-payments');
  expect(page.hash).toBe('#secret=pi_1_secret_2&order=ord_1');
});

test('a secret key is not taken for a publishable one', () => {
  const read = (key: string) =>
    readOrdersConfig({
      STRIPE_SECRET_KEY: 'sk_test_12345678',
      STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
      STRIPE_PUBLISHABLE_KEY: key,
    });
  expect(read('pk_live_12345678').payments.stripe?.publishableKey).toBe('pk_live_12345678');
  expect(() => read('sk_live_12345678')).toThrow('STRIPE_PUBLISHABLE_KEY must be a publishable key');
});
