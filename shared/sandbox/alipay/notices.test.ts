import { handClock, startListener, temporaryFolder, until, type Received } from '../kit/support';
import { documentedPauses } from './notices/deliveries';
import { startAlipay } from './support';

let clock: ReturnType<typeof handClock>;
let on: Awaited<ReturnType<typeof startAlipay>>;
let shop: Awaited<ReturnType<typeof startListener>>;
let answer: () => { status: number; text?: string };

beforeEach(async () => {
  clock = handClock('2026-11-30T08:00:00Z');
  answer = () => ({ status: 200, text: 'success' });
  shop = await startListener(() => answer());
  on = await startAlipay({ now: clock.now });
});
afterEach(async () => {
  await on.close();
  await shop.close();
});

const paid = (more: object = {}) => on.paid({ ...more }, shop.url);
const came = (count: number) => until(() => shop.received.length === count);
const read = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
const isGenuine = (received: Received) => on.sdk.checkNotifySignV2(read(received));
const delivery = async () =>
  (await on.control('GET', '/delivery')).body as { pending: number; attempts: object[] };
const delivered = () => until(async () => (await delivery()).pending === 0);
const notices = async () =>
  ((await on.control('GET', '/notices')).body as { notices: { id: string; trade: string }[] }).notices;

it('tells of a payment by a signed form that the SDK verifies', async () => {
  const { number, tradeNo } = await paid({ body: '家', passback_params: 'a%3D1' });
  await came(1);
  const [notice] = shop.received;
  expect(notice!.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8');
  expect(isGenuine(notice!)).toBe(true);
  expect(read(notice!)).toMatchObject({
    notify_type: 'trade_status_sync',
    notify_id: expect.stringMatching(/^\d{33}$/),
    notify_time: '2026-11-30 16:00:00',
    app_id: on.keys.appId,
    auth_app_id: on.keys.appId,
    seller_id: on.keys.sellerId,
    charset: 'utf-8',
    version: '1.0',
    sign_type: 'RSA2',
    out_trade_no: number,
    trade_no: tradeNo,
    trade_status: 'TRADE_SUCCESS',
    subject: '一箱苹果',
    body: '家',
    passback_params: 'a%3D1',
    gmt_create: '2026-11-30 16:00:00',
    gmt_payment: '2026-11-30 16:00:00',
    total_amount: '12.34',
    receipt_amount: '12.34',
    buyer_open_id: 'open-wang',
    fund_bill_list: '[{"amount":"12.34","fundChannel":"ALIPAYACCOUNT"}]',
  });
});

it('tells of each refund, and of what was closed', async () => {
  const { number } = await paid();
  await came(1);
  const refund = (amount: string, request: string) =>
    on.exec('alipay.trade.refund', { out_trade_no: number, refund_amount: amount, out_request_no: request });
  await refund('2.34', 'r-1');
  await came(2);
  await refund('10.00', 'r-2');
  await came(3);
  const open = await on.create({}, shop.url);
  await on.exec('alipay.trade.close', { out_trade_no: open.number });
  await came(4);
  expect(shop.received.every(isGenuine)).toBe(true);
  expect(shop.received.slice(1).map(read)).toMatchObject([
    {
      trade_status: 'TRADE_SUCCESS',
      refund_fee: '2.34',
      out_biz_no: 'r-1',
      gmt_refund: '2026-11-30 16:00:00.000',
    },
    { trade_status: 'TRADE_CLOSED', refund_fee: '12.34', out_biz_no: 'r-2' },
    { trade_status: 'TRADE_CLOSED', out_trade_no: open.number, gmt_close: '2026-11-30 16:00:00' },
  ]);
  expect(read(shop.received[3]!)).not.toHaveProperty('gmt_payment');
});

it('is silent about what was closed on a desktop', async () => {
  const biz = on.order({ product_code: 'FAST_INSTANT_TRADE_PAY' });
  const options = { bizContent: biz, notifyUrl: shop.url };
  const opened = await fetch(on.sdk.pageExecute('alipay.trade.page.pay', 'GET', options), {
    redirect: 'manual',
  });
  const { search } = new URL(opened.headers.get('location')!);
  await fetch(`${on.url}/cashier${search}`, { method: 'POST', body: new URLSearchParams({ action: 'pay' }) });
  const refund = (amount: string) =>
    on.exec('alipay.trade.refund', {
      out_trade_no: biz.out_trade_no,
      refund_amount: amount,
      out_request_no: amount,
    });
  await refund('2.34');
  await refund('10.00');
  await delivered();
  expect(shop.received.map((one) => read(one)['refund_fee'])).toEqual([undefined, '2.34']);
  expect(await on.query(biz.out_trade_no)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
});

it('tells that a trade ran out as soon as somebody looks at its cashier', async () => {
  const biz = on.order({
    product_code: 'QUICK_WAP_WAY',
    quit_url: 'https://shop.example/',
    time_expire: '2026-11-30 16:05:00',
  });
  const opened = await fetch(
    on.sdk.pageExecute('alipay.trade.wap.pay', 'GET', { bizContent: biz, notifyUrl: shop.url }),
    { redirect: 'manual' },
  );
  const cashier = `${on.url}/cashier${new URL(opened.headers.get('location')!).search}`;
  await fetch(cashier, {
    method: 'POST',
    body: new URLSearchParams({ action: 'decline' }),
    redirect: 'manual',
  });
  clock.passes(5 * 60_000);
  expect((await fetch(cashier)).status).toBe(200);
  await came(1);
  expect(read(shop.received[0]!)).toMatchObject({
    trade_status: 'TRADE_CLOSED',
    out_trade_no: biz.out_trade_no,
  });
});

it('repeats itself until the word success is answered, with the pauses that are documented', async () => {
  await on.close();
  on = await startAlipay({ now: clock.now, retryPausesMs: documentedPauses });
  const answers = [{ status: 500 }, { status: 200, text: 'fail' }, { status: 204 }];
  answer = () => answers.shift() ?? { status: 200, text: 'success' };
  await paid();
  await came(1);
  for (const [minutes, count, at] of [
    [4, 2, '16:04:00'],
    [10, 3, '16:14:00'],
    [10, 4, '16:24:00'],
  ] as const) {
    await until(async () => (await delivery()).attempts.length === count - 1);
    clock.passes(minutes * 60_000 - 1);
    await delivery();
    expect(shop.received).toHaveLength(count - 1);
    clock.passes(1);
    await came(count);
    expect(read(shop.received.at(-1)!)['notify_time']).toBe(`2026-11-30 ${at}`);
  }
  await delivered();
  expect(new Set(shop.received.map((one) => read(one)['notify_id'])).size).toBe(1);
  expect(read(shop.received[3]!)['notify_time']).toBe('2026-11-30 16:24:00');
  expect(shop.received.every(isGenuine)).toBe(true);
  expect(documentedPauses.reduce((sum, ms) => sum + ms, 0)).toBe((24 * 60 + 24) * 60_000);
});

it('comes twice, late, or never, when it is told so', async () => {
  await on.control('PUT', '/delivery', { hold: true, duplicate: true });
  await paid();
  expect((await delivery()).pending).toBe(1);
  await on.control('PUT', '/delivery', { hold: false });
  await came(2);
  await on.control('PUT', '/delivery', { duplicate: false, loseNext: 1 });
  const { number } = await paid();
  await delivered();
  expect(shop.received).toHaveLength(2);
  const lost = (await notices()).find(({ trade }) => trade === number)!;
  await on.control('POST', `/notices/${lost.id}/resend`);
  await came(3);
  expect(read(shop.received[2]!)['notify_id']).toBe(lost.id);
});

it('can be forged', async () => {
  answer = () => ({ status: 200, text: 'fail' });
  await on.control('PUT', '/delivery', { hold: true });
  await paid();
  const [notice] = await notices();
  const forge = async (as: string, changes: object = {}) => {
    const told = await on.control('POST', `/notices/${notice!.id}/forge`, { as, changes });
    expect(told.body).toEqual({ status: 200, text: 'fail' });
    return shop.received.at(-1)!;
  };
  expect(isGenuine(await forge('signature'))).toBe(false);
  const changed = await forge('content', { seller_id: '9900000000000000', total_amount: '0.01' });
  expect(isGenuine(changed)).toBe(true);
  expect(read(changed)).toMatchObject({ seller_id: '9900000000000000', total_amount: '0.01' });
});

it('knows after a restart what was paid and what is still to be told', async () => {
  const place = await temporaryFolder();
  await on.close();
  on = await startAlipay({ now: clock.now, folder: place.folder });
  await on.control('PUT', '/delivery', { hold: true });
  const { number } = await paid();
  await on.close();
  on = await startAlipay({ now: clock.now, folder: place.folder });
  await came(1);
  expect(await on.query(number)).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
  await delivered();
  await on.close();
  await place.remove();
  on = await startAlipay({ now: clock.now });
});
