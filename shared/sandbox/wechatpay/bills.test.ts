import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { handClock, until } from '../kit/support';
import { startWechatPay } from './support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startWechatPay>>;
beforeAll(async () => {
  on = await startWechatPay({ now: clock.now });
});
afterAll(() => on.close());

const ask = (query: string) => on.call('GET', `/v3/bill/tradebill?${query}`);
const fetchBill = async (query: string) => {
  const { body } = await ask(query);
  const address = new URL(String(body['download_url']));
  const file = await on.fetchSigned('GET', address.pathname + address.search);
  return { file, content: Buffer.from(await file.arrayBuffer()), hash: body, address };
};
const table = (content: Buffer) =>
  content
    .toString()
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(',').map((value) => value.replace(/^`/, '')));

it('lists what was paid and refunded on a day, and adds it up', async () => {
  const first = await on.paid({ description: '苹果,梨', attach: 'x' });
  const second = await on.paid({ amount: { total: 5000 } });
  await on.jsapi();
  await on.refund(first.number, 'bill-refund', { refund: 234 });
  await until(
    async () =>
      (await on.call('GET', '/v3/refund/domestic/refunds/bill-refund')).body['status'] === 'SUCCESS',
  );
  clock.comesTo('2026-12-01T01:59:00Z');
  expect(await ask('bill_date=2026-11-30')).toMatchObject({
    status: 400,
    body: { code: 'STATEMENT_CREATING' },
  });
  clock.comesTo('2026-12-01T02:00:00Z');

  const { content, hash, file } = await fetchBill('bill_date=2026-11-30&bill_type=ALL');
  expect(hash).toMatchObject({
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(content).digest('hex'),
  });
  expect(file.headers.get('wechatpay-signature')).toBeNull();
  const [names = [], ...rows] = table(content);
  expect(names).toEqual(
    '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'.split(
      ',',
    ),
  );
  const named = rows
    .slice(0, 3)
    .map((row) => Object.fromEntries(row.map((value, at): [string, string] => [names[at] ?? '', value])));
  expect(named).toMatchObject([
    {
      交易时间: '2026-11-30 16:00:00',
      商户订单号: first.number,
      用户标识: 'o-wang',
      交易状态: 'SUCCESS',
      应结订单金额: '12.34',
      商品名称: '苹果，梨',
      商户数据包: 'x',
      手续费: '0.07000',
      费率: '0.60%',
    },
    { 商户订单号: second.number, 订单金额: '50.00', 手续费: '0.30000' },
    {
      商户订单号: first.number,
      交易状态: 'REFUND',
      商户退款单号: 'bill-refund',
      退款金额: '2.34',
      退款状态: 'SUCCESS',
      手续费: '-0.01000',
      订单金额: '0.00',
    },
  ]);
  expect(rows.slice(3)).toEqual([
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'.split(','),
    ['3', '62.34', '2.34', '0.00', '0.36000', '62.34', '2.34'],
  ]);
});

it('gives only payments or only refunds, packed if wished', async () => {
  const payments = await fetchBill('bill_date=2026-11-30&bill_type=SUCCESS&tar_type=GZIP');
  const unpacked = gunzipSync(payments.content);
  expect(payments.hash['hash_value']).toBe(createHash('sha1').update(unpacked).digest('hex'));
  expect(table(unpacked)).toHaveLength(5);
  const [names, row] = table((await fetchBill('bill_date=2026-11-30&bill_type=REFUND')).content);
  expect(names).toContain('退款成功时间');
  expect(row).toContain('bill-refund');
});

it('has no bill for other days, and none behind an old address', async () => {
  for (const [query, code] of [
    ['bill_date=2026-12-01', 'PARAM_ERROR'],
    ['bill_date=2026-08-01', 'PARAM_ERROR'],
    ['bill_date=2026-13-40', 'PARAM_ERROR'],
    ['bill_date=2026-11-30&bill_type=NONE', 'PARAM_ERROR'],
    ['bill_date=2026-11-29', 'NO_STATEMENT_EXIST'],
  ])
    expect(await ask(query!)).toMatchObject({ status: 400, body: { code } });
  const { address } = await fetchBill('bill_date=2026-11-30');
  clock.passes(5 * 60_000 + 1);
  const late = await on.fetchSigned('GET', address.pathname + address.search);
  expect(late.status).toBe(400);
  expect((await fetch(address)).status).toBe(401);
});
