import { newId } from '#shared/kit/ids';
import { meaningOf } from './failures';
import { readRefundNumber, writeRefundNumber } from './numbers';
import { outcomeOf, Refund } from './refunds';
import { toIntent, Trade } from './trades';

const at = new Date('2026-11-30T08:00:00Z');
const [orderId, paymentId, refundId] = [newId('ord', at), newId('pay', at), newId('ref', at)];
const trade = (changes: object) =>
  Trade.parse({
    ...{ appid: 'wx1', mchid: '99', out_trade_no: paymentId, attach: orderId },
    ...{ trade_state: 'SUCCESS', amount: { total: 990, currency: 'CNY' } },
    ...changes,
  });

it.each([
  ['NOTPAY', { kind: 'waiting' }],
  ['USERPAYING', { kind: 'processing' }],
  ['ACCEPT', { kind: 'processing' }],
  ['PAYERROR', { kind: 'declined', declineCode: 'payment_failed' }],
  ['SUCCESS', { kind: 'captured', fen: 990 }],
  ['REFUND', { kind: 'captured', fen: 990 }],
  ['CLOSED', { kind: 'cancelled' }],
  ['REVOKED', { kind: 'cancelled' }],
])('a trade that is %s', (state, outcome) => {
  expect(toIntent(trade({ trade_state: state }))).toEqual({
    ...{ provider: 'wechatpay', intentId: paymentId, paymentId, amountFen: 990 },
    outcome,
  });
});

it('money of another currency, or for what is not ours, names no payment', () => {
  expect(toIntent(trade({ amount: { total: 990, currency: 'USD' } })).paymentId).toBeUndefined();
  expect(toIntent(trade({ out_trade_no: 'order-1', attach: 'x' }))).toMatchObject({
    paymentId: undefined,
  });
});

it.each([
  ['PROCESSING', { kind: 'pending' }],
  ['SUCCESS', { kind: 'succeeded' }],
  ['CLOSED', { kind: 'failed', failure: 'closed' }],
  ['ABNORMAL', { kind: 'failed', failure: 'abnormal' }],
] as const)('a refund that is %s', (status, outcome) => {
  expect(outcomeOf({ status })).toEqual(outcome);
});

it('a state that WeChat Pay adds is not guessed at, nor a sum that it leaves out', () => {
  for (const changes of [{ trade_state: 'PATIENCE' }, { amount: undefined }, { amount: { total: 1.5 } }])
    expect(() => trade(changes)).toThrow();
  expect(Refund.safeParse({ status: 'PATIENCE' }).success).toBe(false);
});

it.each([
  ['SYSTEM_ERROR', 'passing'],
  ['FREQUENCY_LIMITED', 'passing'],
  ['SIGN_ERROR', 'passing'],
  ['A_CODE_THAT_IS_NEW', 'passing'],
  ['constructor', 'passing'],
  ['ORDER_NOT_EXIST', 'missing'],
  ['RESOURCE_NOT_EXISTS', 'missing'],
  ['OUT_TRADE_NO_USED', 'final'],
  ['INVALID_REQUEST', 'final'],
  ['ORDERPAID', 'final'],
  ['NOT_ENOUGH', 'final'],
])('%s is %s', (code, meaning) => {
  expect(meaningOf(code)).toBe(meaning);
});

it('a number of a refund says whose it is, within 64 characters', () => {
  for (const number of [
    { kind: 'refund', orderId, refundId, count: 1 },
    { kind: 'refund', orderId, refundId, count: 123_456 },
    { kind: 'stray', orderId, paymentId, count: 5 },
  ] as const) {
    const text = writeRefundNumber(number);
    expect(text).toMatch(/^[\w-]{1,64}$/);
    expect(readRefundNumber(text)).toEqual(number);
  }
  for (const text of ['', 'by-hand', 'order-1-2-3', `${orderId}-${refundId}`, 'a-b-1x', 'a_b-c-1'])
    expect(readRefundNumber(text)).toBeUndefined();
});
