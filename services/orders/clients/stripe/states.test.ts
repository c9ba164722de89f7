import type Stripe from 'stripe';
import { toIntent, toProviderRefund } from './states';

const names = { orderId: 'ord_1', paymentId: 'pay_1' };
const intent = (changes: object) =>
  ({
    ...{ id: 'pi_1', amount: 990, amount_capturable: 0, amount_received: 0, metadata: names },
    ...{ client_secret: 'secret', next_action: null, last_payment_error: null },
    ...changes,
  }) as unknown as Stripe.PaymentIntent;
const outcome = (changes: object) => toIntent(intent(changes), () => undefined).outcome;
const card = { kind: 'confirm_card', clientSecret: 'secret' };

test.each([
  ['requires_payment_method', {}, { kind: 'waiting', step: card }],
  [
    'requires_payment_method',
    { last_payment_error: { decline_code: 'insufficient_funds', code: 'card_declined' } },
    { kind: 'declined', declineCode: 'insufficient_funds' },
  ],
  [
    'requires_payment_method',
    { last_payment_error: { code: 'payment_intent_payment_attempt_expired' } },
    { kind: 'declined', declineCode: 'payment_intent_payment_attempt_expired' },
  ],
  ['requires_confirmation', {}, { kind: 'waiting', step: card }],
  ['processing', {}, { kind: 'processing' }],
  ['requires_capture', { amount_capturable: 990 }, { kind: 'authorised', fen: 990 }],
  ['succeeded', { amount_received: 450 }, { kind: 'captured', fen: 450 }],
  ['canceled', {}, { kind: 'cancelled' }],
  ['requires_action', { client_secret: null }, { kind: 'waiting', step: { kind: 'none' } }],
  [
    'requires_action',
    { next_action: { alipay_handle_redirect: { url: 'https://pay/', native_url: 'alipays://' } } },
    { kind: 'waiting', step: { kind: 'redirect', url: 'https://pay/', nativeUrl: 'alipays://' } },
  ],
  [
    'requires_action',
    { next_action: { redirect_to_url: { url: 'https://bank/' } } },
    { kind: 'waiting', step: { kind: 'redirect', url: 'https://bank/' } },
  ],
  [
    'requires_action',
    {
      next_action: {
        wechat_pay_display_qr_code: { data: 'd', image_data_url: 'i', hosted_instructions_url: 'h' },
      },
    },
    { kind: 'waiting', step: { kind: 'show_qr', data: 'd', imageDataUrl: 'i', pageUrl: 'h' } },
  ],
])('an intent that is %s, with %j', (status, changes, expected) => {
  expect(outcome({ status, ...changes })).toEqual(expected);
});

test('a state that Stripe adds is not guessed at', () => {
  expect(() => outcome({ status: 'requires_patience' })).toThrow();
});

test('a card is paid on the page that is handed in, for the order that the intent names', () => {
  const pages: unknown[] = [];
  const { outcome: waiting, ...rest } = toIntent(intent({ status: 'requires_payment_method' }), (page) => {
    pages.push(page);
    return 'https://shop/pay';
  });
  expect(waiting).toEqual({ kind: 'waiting', step: { ...card, pageUrl: 'https://shop/pay' } });
  expect(rest).toEqual({ provider: 'stripe', intentId: 'pi_1', paymentId: 'pay_1', amountFen: 990 });
  expect(pages).toEqual([{ id: 'pi_1', clientSecret: 'secret', orderId: 'ord_1' }]);
});

test('an intent of somebody else names no payment', () => {
  const stray = toIntent(
    intent({ status: 'canceled', metadata: { paymentId: '__proto__' } }),
    () => undefined,
  );
  expect(stray).toMatchObject({ paymentId: undefined });
});

test.each([
  ['succeeded', {}, { kind: 'succeeded' }],
  ['pending', {}, { kind: 'pending' }],
  ['requires_action', {}, { kind: 'pending' }],
  ['something_new', {}, { kind: 'pending' }],
  [null, {}, { kind: 'pending' }],
  [
    'failed',
    { failure_reason: 'expired_or_canceled_card' },
    { kind: 'failed', failure: 'expired_or_canceled_card' },
  ],
  ['failed', {}, { kind: 'failed', failure: 'failed' }],
  ['canceled', {}, { kind: 'failed', failure: 'canceled' }],
])('a refund that is %s, with %j', (status, changes, expected) => {
  const metadata = { orderId: 'ord_1', refundId: 'ref_1', attempt: '2' };
  const refund = { id: 're_1', status, metadata, ...changes } as unknown as Stripe.Refund;
  expect(toProviderRefund(refund)).toEqual({
    ...{ providerRefundId: 're_1', refundId: 'ref_1', attempt: 2 },
    outcome: expected,
  });
});
