import { handClock } from '../kit/support';
import { startAlipay } from './support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startAlipay>>;
beforeAll(async () => {
  on = await startAlipay({ now: clock.now, publicUrl: 'https://shop.example/pay' });
});
afterAll(() => on.close());

const back = 'https://shop.example/orders/1?from=pay';
const quit = 'https://shop.example/orders/1?from=quit';

/** Sends a person to the cashier as the shop does, by the address that the SDK makes. */
async function visit(more: object = {}, options: object = {}) {
  const biz = on.order({ product_code: 'QUICK_WAP_WAY', quit_url: quit, ...more });
  const address = on.sdk.pageExecute('alipay.trade.wap.pay', 'GET', {
    bizContent: biz,
    returnUrl: back,
    ...options,
  });
  const answer = await fetch(address, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  const cashier = String(answer.headers.get('location'));
  expect(cashier).toMatch(/^https:\/\/shop\.example\/pay\/cashier\?session=\w{32}$/);
  return { number: biz.out_trade_no, cashier: cashier.replace('https://shop.example/pay', on.url) };
}
const press = (address: string, action: string) =>
  fetch(address, { method: 'POST', body: new URLSearchParams({ action }), redirect: 'manual' });

it('shows what is to be paid; no trade is there before somebody decides', async () => {
  const { number, cashier } = await visit();
  const text = await (await fetch(cashier, { headers: { 'accept-language': 'zh-CN' } })).text();
  for (const words of ['支付宝', '¥12.34', '一箱苹果', '确认支付', '取消支付']) expect(text).toContain(words);
  expect(await on.query(number)).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
  expect(await on.exec('alipay.trade.close', { out_trade_no: number })).toMatchObject({
    sub_code: 'ACQ.TRADE_NOT_EXIST',
  });
  await press(cashier, 'pay');
  expect(await on.query(number)).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
});

it('leads back to the shop with signed facts after paying', async () => {
  const { number, cashier } = await visit();
  const pressed = await press(cashier, 'pay');
  expect(pressed.status).toBe(303);
  const address = new URL(pressed.headers.get('location')!);
  expect(address.href.startsWith(`${back}&`)).toBe(true);
  const { from: _, ...facts } = Object.fromEntries(address.searchParams);
  expect(facts).toMatchObject({
    method: 'alipay.trade.wap.pay.return',
    out_trade_no: number,
    total_amount: '12.34',
    seller_id: on.keys.sellerId,
    timestamp: '2026-11-30 16:00:00',
  });
  expect(on.sdk.checkNotifySignV2(facts)).toBe(true);
  expect((await press(cashier, 'pay')).headers.get('location')).toContain(`out_trade_no=${number}`);
});

it('leads to the shop’s other address when somebody leaves, and lets them come back', async () => {
  const other = quit.replace('shop.example', 'help.example');
  const { number, cashier } = await visit({ quit_url: other });
  const policy = (await fetch(cashier)).headers.get('content-security-policy');
  expect(policy).toContain("form-action 'self' https://shop.example https://help.example;");
  expect((await press(cashier, 'decline')).headers.get('location')).toBe(other);
  expect(await on.query(number)).toMatchObject({ trade_status: 'WAIT_BUYER_PAY' });
  await press(cashier, 'pay');
  expect(await on.query(number)).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
});

it('takes nothing any more after its time, or when the trade was closed', async () => {
  const late = await visit({ time_expire: '2026-11-30 16:05:00' });
  const closed = await visit();
  await press(closed.cashier, 'decline');
  await on.exec('alipay.trade.close', { out_trade_no: closed.number });
  clock.passes(5 * 60_000);
  for (const { cashier } of [late, closed]) {
    await press(cashier, 'pay');
    const text = await (await fetch(cashier, { headers: { 'accept-language': 'en' } })).text();
    expect(text).toContain('Payment closed');
  }
  expect(await on.query(late.number)).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
  expect(await on.query(closed.number)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
});

it('is reached by a form as well, on a desktop', async () => {
  const biz = on.order({ product_code: 'FAST_INSTANT_TRADE_PAY' });
  const form = on.sdk.pageExecute('alipay.trade.page.pay', 'POST', { bizContent: biz, returnUrl: back });
  const [, action] = /action="([^"]+)"/.exec(form)!;
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
    ([, name, value]): [string, string] => [name!, value!.replaceAll('&quot;', '"')],
  );
  const answer = await fetch(action!, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const cashier = String(answer.headers.get('location')).replace('https://shop.example/pay', on.url);
  const stays = await press(cashier, 'decline');
  expect(stays.headers.get('location')).toMatch(/^\?session=/);
  const address = new URL((await press(cashier, 'pay')).headers.get('location')!);
  expect(address.searchParams.get('method')).toBe('alipay.trade.page.pay.return');
});

it('shows nothing to who was not sent by the shop', async () => {
  expect((await fetch(`${on.url}/cashier?session=x`)).status).toBe(404);
  expect((await press(`${on.url}/cashier`, 'pay')).status).toBe(404);
  const address = new URL(
    on.sdk.pageExecute('alipay.trade.wap.pay', 'GET', {
      bizContent: on.order({ product_code: 'QUICK_WAP_WAY', quit_url: quit }),
    }),
  );
  address.searchParams.set(
    'biz_content',
    JSON.stringify(on.order({ total_amount: '0.01', product_code: 'QUICK_WAP_WAY' })),
  );
  const answer = await fetch(address, { redirect: 'manual' });
  expect([answer.status, await answer.text()]).toEqual([
    400,
    expect.stringMatching(/^isv\.invalid-signature /),
  ]);
});

it('goes wrong after the work as well, as ordered', async () => {
  const address = on.sdk.pageExecute('alipay.trade.wap.pay', 'GET', {
    bizContent: on.order({ product_code: 'QUICK_WAP_WAY', quit_url: quit }),
  });
  const open = () => fetch(address, { redirect: 'manual' });
  const fault = (kind: string) => on.control('POST', '/faults', { kind, path: 'alipay.trade.wap.pay' });
  await fault('reset_after');
  await expect(open()).rejects.toThrow('fetch failed');
  await fault('error_after');
  const failed = await open();
  expect([failed.status, await failed.text()]).toEqual([400, 'aop.ACQ.SYSTEM_ERROR 系统异常']);
  expect((await open()).status).toBe(302);
});
