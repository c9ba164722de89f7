import { realDeployment } from './deployment';

test.each([
  [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
  [{ STRIPE_SECRET_KEY: ' sk_live_1234567890 ' }, 'STRIPE_SECRET_KEY is a live key'],
  [{ STRIPE_SECRET_KEY: 'rk_live_1234567890' }, 'STRIPE_SECRET_KEY is a live key'],
  [{ STRIPE_PUBLISHABLE_KEY: 'pk_live_12345678' }, 'STRIPE_PUBLISHABLE_KEY is a live key'],
  [{ NODE_ENV: 'test', STRIPE_SECRET_KEY: 'sk_test_1234567890' }, undefined],
  [{}, undefined],
])('%j', (environment, because) => {
  expect(realDeployment(environment)).toBe(because);
});
