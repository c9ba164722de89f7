import { startWechatPay } from './support';
import { handClock } from '../kit/support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startWechatPay>>;
beforeAll(async () => {
  on = await startWechatPay({ now: clock.now, publicUrl: 'https://shop.example/pay' });
});
afterAll(() => on.close());

const h5 = async () => {
  const body = on.params({ scene_info: { payer_client_ip: '127.0.0.1', h5_info: { type: 'Wap' } } });
  const answer = await on.call('POST', '/v3/pay/transactions/h5', body);
  const url = String(answer.body['h5_url']);
  expect(url).toMatch(
    /^https:\/\/shop\.example\/pay\/cgi-bin\/mmpayweb-bin\/checkmweb\?prepay_id=wx\w{34}&package=\d+$/,
  );
  return { number: body.out_trade_no, address: url.replace('https://shop.example/pay', on.url) };
};
const back = 'https://shop.example/orders/1?from=pay';
const withBack = (address: string) => `${address}&redirect_url=${encodeURIComponent(back)}`;
const press = (address: string, action: string) =>
  fetch(address, { method: 'POST', body: new URLSearchParams({ action }), redirect: 'manual' });

it('shows what is to be paid, in the reader’s language', async () => {
  const { address } = await h5();
  const page = await fetch(withBack(address), { headers: { 'accept-language': 'zh-CN' } });
  const text = await page.text();
  for (const words of ['lang="zh-CN"', '微信支付', '¥12.34', '一箱苹果', '确认支付', '取消支付'])
    expect(text).toContain(words);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("form-action 'self' https://shop.example;");
  expect(await (await fetch(address, { headers: { 'accept-language': 'en' } })).text()).toContain(
    'WeChat Pay',
  );
});

it.each([
  ['pay', 'SUCCESS'],
  ['decline', 'NOTPAY'],
])('leads back to the shop after somebody chose to %s', async (action, state) => {
  const { number, address } = await h5();
  const pressed = await press(withBack(address), action);
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, back]);
  expect((await on.query(number)).body).toMatchObject({ trade_state: state });
  expect((await press(withBack(address), 'pay')).headers.get('location')).toBe(back);
  const { body } = await on.query(number);
  expect(body).toMatchObject({
    trade_state: 'SUCCESS',
    trade_type: 'MWEB',
    payer: { openid: expect.stringMatching(/^o.{27}$/) },
  });
});

it('tells what became of it where no way back was named, and never leads to a script', async () => {
  const { address } = await h5();
  const pressed = await press(`${address}&redirect_url=javascript%3Aalert(1)`, 'pay');
  const next = new URL(pressed.headers.get('location')!, address);
  expect(next.pathname).toBe('/cgi-bin/mmpayweb-bin/checkmweb');
  const text = await (await fetch(next, { headers: { 'accept-language': 'en' } })).text();
  expect(text).toContain('role="status"');
  expect(text).not.toMatch(/(href|action)="javascript/);
});

it('opens what a code leads to', async () => {
  const body = on.params();
  const answer = await on.call('POST', '/v3/pay/transactions/native', body);
  const code = String(answer.body['code_url']);
  expect(code).toMatch(/^weixin:\/\/wxpay\/bizpayurl\?pr=\w{9}$/);
  const address = code.replace('weixin:/', on.url);
  expect((await fetch(address)).status).toBe(200);
  await press(address, 'pay');
  expect((await on.query(body.out_trade_no)).body).toMatchObject({
    trade_state: 'SUCCESS',
    trade_type: 'NATIVE',
  });
});

it('shows nothing to who does not know the address, or comes too late', async () => {
  const { number, address } = await h5();
  for (const wrong of [address.replace(/package=\d+/, 'package=1'), address.replace('wx', 'xx')]) {
    expect((await fetch(wrong)).status).toBe(404);
    expect((await press(wrong, 'pay')).status).toBe(404);
  }
  clock.passes(5 * 60_000);
  expect((await press(address, 'pay')).status).toBe(404);
  expect((await on.query(number)).body['trade_state']).toBe('NOTPAY');
});
