import { handClock, startListener, temporaryFolder, until, type Received } from '../kit/support';
import { documentedPauses } from './notices/deliveries';
import { startWechatPay } from './support';

let clock: ReturnType<typeof handClock>;
let on: Awaited<ReturnType<typeof startWechatPay>>;
let shop: Awaited<ReturnType<typeof startListener>>;
let answer: (received: Received) => { status: number; text?: string };

beforeEach(async () => {
  clock = handClock('2026-11-30T08:00:00Z');
  answer = () => ({ status: 204 });
  shop = await startListener((received) => answer(received));
  on = await startWechatPay({ now: clock.now });
});
afterEach(async () => {
  await on.close();
  await shop.close();
});

const paid = () => on.paid({ notify_url: shop.url });
const came = (count: number) => until(() => shop.received.length === count);
const isGenuine = ({ headers, body }: Received) =>
  on.merchant.isGenuine((name) => String(headers[name]), body);
type Notice = { id: string; event_type: string; resource: Parameters<typeof on.merchant.decrypt>[0] };
const read = ({ body }: Received) => {
  const notice = JSON.parse(body) as Notice;
  return { ...notice, content: JSON.parse(on.merchant.decrypt(notice.resource)) as Record<string, unknown> };
};

it('tells of a payment, encrypted and signed', async () => {
  const { number } = await paid();
  await came(1);
  const [notice] = shop.received;
  expect(isGenuine(notice!)).toBe(true);
  expect(notice!.headers).toMatchObject({
    'wechatpay-serial': on.keys.publicKeyId,
    'wechatpay-timestamp': String(clock.now().getTime() / 1000),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    'content-type': 'application/json',
  });
  const { content, resource, ...envelope } = read(notice!);
  expect(envelope).toMatchObject({
    create_time: '2026-11-30T16:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
  });
  expect(resource).toMatchObject({
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    associated_data: 'transaction',
  });
  expect(content).toEqual((await on.query(number)).body);
});

it('tells how refunds end, where the request named an address', async () => {
  const { number } = await paid();
  await came(1);
  await on.control('PUT', '/refunds', { mode: 'held' });
  await on.refund(number, 'r-1', { refund: 100 }, { notify_url: shop.url });
  await on.refund(number, 'r-2', { refund: 200 });
  await on.refund(number, 'r-3', { refund: 300 }, { notify_url: shop.url });
  for (const [id, outcome] of [
    ['r-1', 'SUCCESS'],
    ['r-2', 'SUCCESS'],
    ['r-3', 'ABNORMAL'],
  ])
    await on.control('POST', `/refunds/${id}/settle`, { outcome });
  await came(3);
  const [first, second] = shop.received
    .slice(1)
    .map(read)
    .sort((a, b) => (a.event_type < b.event_type ? 1 : -1));
  expect(first).toMatchObject({
    event_type: 'REFUND.SUCCESS',
    summary: '退款成功',
    content: {
      mchid: on.keys.mchid,
      out_trade_no: number,
      out_refund_no: 'r-1',
      refund_status: 'SUCCESS',
      success_time: '2026-11-30T16:00:00+08:00',
      user_received_account: '支付用户零钱',
      amount: { total: 1234, refund: 100, payer_total: 1234, payer_refund: 100 },
    },
  });
  expect(second).toMatchObject({ event_type: 'REFUND.ABNORMAL', content: { out_refund_no: 'r-3' } });
});

it('repeats itself until it is answered by 200 or 204, with the pauses that are documented', async () => {
  await on.close();
  on = await startWechatPay({ now: clock.now, retryPausesMs: documentedPauses });
  const answers = [500, 302, 201];
  answer = () => ({ status: answers.shift() ?? 200 });
  await paid();
  await came(1);
  for (const [seconds, count] of [
    [15, 2],
    [15, 3],
    [30, 4],
  ] as const) {
    await until(
      async () => ((await on.control('GET', '/delivery')).body['attempts'] as object[]).length === count - 1,
    );
    clock.passes(seconds * 1000 - 1);
    await on.control('GET', '/delivery');
    expect(shop.received).toHaveLength(count - 1);
    clock.passes(1);
    await came(count);
    expect(shop.received.at(-1)!.headers['wechatpay-timestamp']).toBe(String(clock.now().getTime() / 1000));
  }
  await until(async () => (await on.control('GET', '/delivery')).body['pending'] === 0);
  expect(new Set(shop.received.map((one) => read(one).id)).size).toBe(1);
  expect(new Set(shop.received.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(4);
  expect(documentedPauses.reduce((sum, ms) => sum + ms, 0)).toBe((24 * 3600 + 4 * 60) * 1000);
});

it('gives up after the last pause', async () => {
  answer = () => ({ status: 500 });
  await paid();
  await came(5);
  await until(async () => (await on.control('GET', '/delivery')).body['pending'] === 0);
});

it('comes twice, late, or never, when it is told so', async () => {
  await on.control('PUT', '/delivery', { hold: true, duplicate: true });
  await paid();
  expect((await on.control('GET', '/delivery')).body['pending']).toBe(1);
  await on.control('PUT', '/delivery', { hold: false });
  await came(2);
  await on.control('PUT', '/delivery', { duplicate: false, loseNext: 1 });
  const { number } = await paid();
  await until(async () => (await on.control('GET', '/delivery')).body['pending'] === 0);
  expect(shop.received).toHaveLength(2);
  const { notices } = (await on.control('GET', '/notices')).body as {
    notices: { id: string; trade: string }[];
  };
  const lost = notices.find(({ trade }) => trade === number)!;
  await on.control('POST', `/notices/${lost.id}/resend`);
  await came(3);
  expect(read(shop.received[2]!).id).toBe(lost.id);
});

it('can be forged in every way that a shop must see through', async () => {
  answer = () => ({ status: 401, text: '{"code":"FAIL"}' });
  await on.control('PUT', '/delivery', { hold: true });
  await paid();
  const { notices } = (await on.control('GET', '/notices')).body as { notices: { id: string }[] };
  const forge = async (as: string, changes: object = {}) => {
    const told = await on.control('POST', `/notices/${notices[0]!.id}/forge`, { as, changes });
    expect(told.body).toEqual({ status: 401, text: '{"code":"FAIL"}' });
    return shop.received.at(-1)!;
  };
  const probe = await forge('signature');
  expect(probe.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
  expect(isGenuine(probe)).toBe(false);
  expect((await forge('serial')).headers['wechatpay-serial']).not.toBe(on.keys.publicKeyId);
  const old = await forge('old');
  expect([isGenuine(old), old.headers['wechatpay-timestamp']]).toEqual([
    true,
    String(clock.now().getTime() / 1000 - 600),
  ]);
  const otherKey = await forge('key');
  expect(isGenuine(otherKey)).toBe(true);
  expect(() => read(otherKey)).toThrow();
  const changed = await forge('content', { mchid: '9900000000', amount: { total: 1 } });
  expect(isGenuine(changed)).toBe(true);
  expect(read(changed).content).toMatchObject({
    mchid: '9900000000',
    amount: { total: 1, payer_total: 1234, currency: 'CNY' },
  });
});

it('knows after a restart what was paid, what is under way and what is still to be told', async () => {
  const place = await temporaryFolder();
  await on.close();
  on = await startWechatPay({ now: clock.now, folder: place.folder });
  await on.control('PUT', '/delivery', { hold: true });
  const { number } = await paid();
  await on.control('PUT', '/refunds', { delayMs: 60_000 });
  await on.refund(number, 'r-kept', { refund: 100 });
  await on.close();
  on = await startWechatPay({ now: clock.now, folder: place.folder });
  await came(1);
  expect((await on.query(number)).body['trade_state']).toBe('REFUND');
  const status = async () => (await on.call('GET', '/v3/refund/domestic/refunds/r-kept')).body['status'];
  expect(await status()).toBe('PROCESSING');
  clock.passes(60_000);
  await until(async () => (await status()) === 'SUCCESS');
  await on.close();
  await place.remove();
  on = await startWechatPay({ now: clock.now });
});
