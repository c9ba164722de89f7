import { act, fireEvent, screen } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { anOrder, aPayment } from '@/testing/orders';
import { show, signedIn } from '@/testing/show';
import { PaymentScreen } from './PaymentScreen';

const unpaid = anOrder({
  status: 'awaiting_payment',
  payBefore: '2100-01-01T00:00:00.000Z',
  actions: ['pay'],
});
const offered = (...methods: string[]) => ({
  'GET /payment-methods': () => ({ body: { methods: methods.map((method) => ({ method })) } }),
});
const everyWay = offered('wechat_pay', 'alipay', 'card');
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148';
const browserIs = (userAgent: string) =>
  jest.spyOn(window.navigator, 'userAgent', 'get').mockReturnValue(userAgent);
const later = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  queryClient.clear();
  signedIn('shopper');
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(window, 'WeixinJSBridge');
});

test('a second try that goes through on the provider’s page is seen here', async () => {
  let payment = aPayment({ status: 'declined', method: 'card' });
  answerApi({
    ...everyWay,
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  screen.getByText('That did not go through. Try another way.');
  payment = aPayment({ status: 'authorised', method: 'card' });
  await later(2_500);
  screen.getByText('Paid');
});

test('whoever pays again what is paid meanwhile is told of success only', async () => {
  let payment = aPayment();
  answerApi({
    ...everyWay,
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
    'POST /orders/ord_1/payments': () => {
      payment = aPayment({ status: 'captured', captured: payment.amount });
      return { status: 409, body: { code: 'ORDER_ACTION_NOT_ALLOWED' } };
    },
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  fireEvent.click(screen.getByRole('button', { name: 'Pay ¥19.80' }));
  await later(1_000);
  screen.getByText('Paid');
  expect(screen.queryByText(/not in a state/)).toBeNull();
});

test('a card is entered beside the app, which shows the truth whatever becomes of the other page', async () => {
  const page = 'https://pay.example/card';
  const step = { kind: 'confirm_card', clientSecret: 's', pageUrl: page };
  let payment = aPayment();
  let isLost = false;
  const sent = answerApi({
    ...offered('card'),
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () =>
      isLost ? { status: 503, body: { code: 'SERVICE_UNAVAILABLE' } } : { body: payment },
    'POST /orders/ord_1/payments': () => ({
      status: 201,
      body: (payment = aPayment({ status: 'waiting', method: 'card', step })),
    }),
  });
  const open = jest.spyOn(window, 'open').mockReturnValue(window);
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  fireEvent.click(payButton());
  await later(1_000);
  expect(open.mock.calls).toEqual([[page, '_blank']]);
  // The tab was closed: the same payment is opened again.
  fireEvent.click(screen.getByRole('button', { name: 'Open the payment page' }));
  expect(open).toHaveBeenCalledTimes(2);
  expect(sent.filter(({ operation }) => operation.startsWith('POST'))).toHaveLength(1);
  isLost = true;
  await later(10_000);
  screen.getByText('Waiting for the result. This page changes by itself.');
  isLost = false;
  payment = aPayment({ status: 'declined', method: 'card' });
  await later(20_000);
  screen.getByText('That did not go through. Try another way.');
  payment = aPayment({ status: 'authorised', method: 'card' });
  await later(2_500);
  screen.getByText('Paid');
  isLost = true;
  await later(10_000);
  screen.getByText('Paid');
  expect(screen.queryByText('That did not go through. Try another way.')).toBeNull();
});

test('a phone is not asked to scan itself', async () => {
  browserIs(phone);
  const page = 'https://pay.example/1';
  const step = { kind: 'show_qr', data: 'weixin://pay', imageDataUrl: '', pageUrl: page };
  answerApi({
    ...everyWay,
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({
      body: aPayment({ status: 'waiting', method: 'wechat_pay', step }),
    }),
  });
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  expect(screen.queryByText('Scan with a phone to pay')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open the payment page' }));
  expect(open).toHaveBeenCalledWith(page, '_blank');
  fireEvent.click(screen.getByRole('button', { name: 'Pay with another phone' }));
  screen.getByText('Scan with a phone to pay');
});

/** WeChat's browser with its bridge, which answers `said` and keeps what it was asked. */
const inWechat = (...said: string[]) => {
  browserIs(`${phone} MicroMessenger/8.0.50`);
  const asked: unknown[] = [];
  const invoke = (name: string, request: unknown, answer: (result: { err_msg: string }) => void) => {
    asked.push({ name, request });
    answer({ err_msg: `get_brand_wcpay_request:${said.shift() ?? 'ok'}` });
  };
  Object.assign(window, { WeixinJSBridge: { invoke } });
  return asked;
};
const signed = {
  ...{ appId: 'wx1', timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' },
};
const begunInWechat = aPayment({
  ...{ status: 'waiting', method: 'wechat_pay' },
  step: { kind: 'wechat_request_payment', ...signed },
});
const payButton = () => screen.getByRole('button', { name: 'Pay ¥19.80' });

test('where there is one way, one tap pays, and only the service says that it is paid', async () => {
  const asked = inWechat('ok');
  let payment = aPayment();
  const sent = answerApi({
    ...offered('wechat_pay'),
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
    'POST /orders/ord_1/payments': () => ({ status: 201, body: (payment = begunInWechat) }),
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  expect(screen.queryByRole('radio')).toBeNull();
  fireEvent.click(payButton());
  await later(1_000);
  expect(asked).toEqual([{ name: 'getBrandWCPayRequest', request: signed }]);
  expect(sent.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({
    ...{ method: 'wechat_pay', host: 'wechat_browser' },
    returnPath: '/#/pages/payment/index?orderId=ord_1&returned=1',
  });
  screen.getByText('Waiting for the result. This page changes by itself.');
  expect(screen.queryByText('Paid')).toBeNull();
  payment = aPayment({ status: 'captured', captured: payment.amount });
  await later(2_500);
  screen.getByText('Paid');
});

test('whoever closes the wallet has not paid yet, and pays by one more tap without a second attempt', async () => {
  const asked = inWechat('cancel', 'ok');
  let payment = aPayment();
  const sent = answerApi({
    ...offered('wechat_pay'),
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
    'POST /orders/ord_1/payments': () => ({ status: 201, body: (payment = begunInWechat) }),
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  fireEvent.click(payButton());
  await later(1_000);
  screen.getByText('Not paid yet. You can pay again.');
  fireEvent.click(payButton());
  await later(1_000);
  expect(asked).toHaveLength(2);
  expect(sent.filter(({ operation }) => operation.startsWith('POST'))).toHaveLength(1);
});

describe('in WeChat’s browser, where nobody knows yet whose wallet pays', () => {
  const unknown = { status: 409, body: { code: 'PAYER_UNKNOWN' } };
  const asking = '/#/pages/payment/index?orderId=ord_1';
  afterEach(() => window.history.replaceState({}, '', '/'));

  test('one tap leads to WeChat, which leads back to the order', async () => {
    inWechat();
    const sent = answerApi({
      ...offered('wechat_pay'),
      'GET /orders/ord_1': () => ({ body: unpaid }),
      'GET /orders/ord_1/payment': () => ({ body: aPayment() }),
      'POST /orders/ord_1/payments': () => unknown,
      'POST /me/wechat-payer/requests': () => ({ body: { url: `${window.location.origin}/#wechat` } }),
    });
    show(<PaymentScreen orderId="ord_1" />);
    await later(1_000);
    fireEvent.click(payButton());
    await later(1_000);
    expect(window.location.hash).toBe('#wechat');
    expect(sent.find(({ operation }) => operation.includes('requests'))?.body).toEqual({
      returnPath: asking,
    });
    expect(screen.queryByText(/whose wallet/)).toBeNull();
  });

  test('who comes back is paid for at once by WeChat’s own sheet, and the answer is used once', async () => {
    window.history.replaceState({}, '', `/?code=c1&state=s1${asking.slice(1)}`);
    const asked = inWechat('ok');
    let payment = aPayment();
    const sent = answerApi({
      ...offered('wechat_pay'),
      'GET /orders/ord_1': () => ({ body: unpaid }),
      'GET /orders/ord_1/payment': () => ({ body: payment }),
      'PUT /me/wechat-payer': () => ({ status: 204, body: undefined }),
      'POST /orders/ord_1/payments': () => ({ status: 201, body: (payment = begunInWechat) }),
    });
    show(<PaymentScreen orderId="ord_1" />);
    await later(1_000);
    expect(sent.find(({ operation }) => operation.startsWith('PUT'))?.body).toEqual({
      ...{ code: 'c1', state: 's1' },
    });
    expect(asked).toEqual([{ name: 'getBrandWCPayRequest', request: signed }]);
    expect([window.location.search, window.location.hash]).toEqual(['', asking.slice(1)]);
  });

  test('who was there in vain is told so, and not led in a circle', async () => {
    window.history.replaceState({}, '', `/?code=c1&state=s1${asking.slice(1)}`);
    inWechat();
    const sent = answerApi({
      ...offered('wechat_pay'),
      'GET /orders/ord_1': () => ({ body: unpaid }),
      'GET /orders/ord_1/payment': () => ({ body: aPayment() }),
      'PUT /me/wechat-payer': () => ({ status: 204, body: undefined }),
      'POST /orders/ord_1/payments': () => unknown,
    });
    show(<PaymentScreen orderId="ord_1" />);
    await later(1_000);
    expect(sent.filter(({ operation }) => operation.includes('requests'))).toEqual([]);
    payButton();
  });
});

test('where WeChat refuses what was begun it may be somebody else’s: it is asked whose, once, and gets a new attempt', async () => {
  inWechat('fail', 'fail', 'ok');
  const sent = answerApi({
    ...offered('wechat_pay'),
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: begunInWechat }),
    'POST /orders/ord_1/payments': () => ({ status: 201, body: begunInWechat }),
    'POST /me/wechat-payer/requests': () => ({ body: { url: `${window.location.origin}/#wechat` } }),
    'PUT /me/wechat-payer': () => ({ status: 204, body: undefined }),
  });
  const begun = () => sent.filter(({ operation }) => operation === 'POST /orders/ord_1/payments').length;
  const { unmount } = show(<PaymentScreen orderId="ord_1" />);
  for (const _tap of ['the sheet fails', 'WeChat is asked']) {
    await later(1_000);
    fireEvent.click(payButton());
  }
  await later(1_000);
  expect([window.location.hash, begun()]).toEqual(['#wechat', 0]);
  unmount();

  // Back again: it begins by itself, and whoever is refused once more is not led in a circle.
  window.history.replaceState({}, '', '/?code=c1&state=s1#/pages/payment/index?orderId=ord_1');
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  expect(begun()).toBe(1);
  fireEvent.click(payButton());
  await later(1_000);
  expect(begun()).toBe(2);
  expect(sent.filter(({ operation }) => operation.includes('requests'))).toHaveLength(1);
});

test('a second tap while the provider’s page is coming begins nothing, and who comes back unpaid goes to the same attempt', async () => {
  browserIs(phone);
  let payment = aPayment();
  const step = { kind: 'redirect', url: `${window.location.origin}/#provider` };
  const sent = answerApi({
    ...offered('alipay'),
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
    'POST /orders/ord_1/payments': () => ({
      status: 201,
      body: (payment = aPayment({ status: 'waiting', method: 'alipay', step })),
    }),
  });
  const begun = () => sent.filter(({ operation }) => operation.startsWith('POST')).length;
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  fireEvent.click(payButton());
  await later(1_000);
  expect(window.location.hash).toBe('#provider');
  fireEvent.click(screen.getByRole('button', { name: 'One moment' }));
  await later(1_000);
  expect(begun()).toBe(1);
  // Its page has ended meanwhile, and the service tells of a new one.
  payment = { ...payment, step: { kind: 'redirect', url: `${window.location.origin}/#renewed` } };
  await later(8_000);
  screen.getByText(/^Not paid yet\. If you have just paid/);
  fireEvent.click(payButton());
  await later(1_000);
  expect(window.location.hash).toBe('#renewed');
  expect(begun()).toBe(1);
});

test('what the order still tells of a declined try is not shown before the truth is known', async () => {
  const declined = { ...unpaid, payment: aPayment({ status: 'declined', method: 'alipay' }) };
  answerApi({
    ...everyWay,
    'GET /orders/ord_1': () => ({ body: declined }),
    'GET /orders/ord_1/payment': () => ({ body: aPayment({ status: 'captured', method: 'alipay' }) }),
  });
  queryClient.setQueryData(['order', 'ord_1'], declined);
  show(<PaymentScreen orderId="ord_1" />);
  expect(screen.queryByText('That did not go through. Try another way.')).toBeNull();
  await later(1_000);
  screen.getByText('Paid');
});

test.each([
  ['cancelled', 'The order is cancelled'],
  ['expired', 'The time to pay is over'],
] as const)('an order that is %s is not shown as paid, and its money is spoken of', async (status, title) => {
  answerApi({
    ...everyWay,
    'GET /orders/ord_1': () => ({ body: anOrder({ status, actions: [] }) }),
    'GET /orders/ord_1/payment': () => ({ body: aPayment({ status: 'captured' }) }),
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  screen.getByText(title);
  screen.getByText(/If you have paid, the money comes back by itself/);
  expect(screen.queryByText('Paid')).toBeNull();
});

test('where nothing can be paid it says where to go', async () => {
  answerApi({
    ...offered(),
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: aPayment() }),
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  screen.getByText('You cannot pay here');
  expect(screen.queryByRole('button', { name: /^Pay/ })).toBeNull();
});
