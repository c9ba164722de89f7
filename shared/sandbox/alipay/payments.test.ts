import { DAY_MS } from '../kit/beijing';
import { signed } from '../kit/crypto/rsa';
import { handClock } from '../kit/support';
import { makeAlipayAccount } from './account';
import { signText } from './signing';
import { startAlipay, testAccount } from './support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startAlipay>>;
beforeAll(async () => {
  on = await startAlipay({ now: clock.now });
});
afterAll(() => on.close());

describe('in Alipay', () => {
  it('is paid by its buyer', async () => {
    const { answer, number, tradeNo } = await on.create();
    expect(answer).toMatchObject({ code: '10000', msg: 'Success', out_trade_no: number });
    expect(tradeNo).toMatch(/^2026113022001\d{15}$/);
    expect(await on.query(number)).toMatchObject({
      code: '10000',
      trade_status: 'WAIT_BUYER_PAY',
      total_amount: '12.34',
      receipt_amount: '0.00',
    });
    expect(await on.tradePay(tradeNo, { buyer: 'open-li' })).toBe('4000');
    expect(await on.tradePay(tradeNo, { buyer: 'open-wang' })).toBe('9000');
    const { traceId, ...shown } = await on.exec('alipay.trade.query', { trade_no: tradeNo });
    expect(traceId).toMatch(/^\w{32}$/);
    expect(shown).toEqual({
      code: '10000',
      msg: 'Success',
      buyer_logon_id: '159****5620',
      buyer_open_id: 'open-wang',
      buyer_pay_amount: '12.34',
      invoice_amount: '12.34',
      out_trade_no: number,
      point_amount: '0.00',
      receipt_amount: '12.34',
      send_pay_date: '2026-11-30 16:00:00',
      total_amount: '12.34',
      trade_no: tradeNo,
      trade_status: 'TRADE_SUCCESS',
    });
  });

  it.each([
    ['cancel', '6001', 'WAIT_BUYER_PAY'],
    ['fail', '4000', 'WAIT_BUYER_PAY'],
    ['pending', '8000', 'WAIT_BUYER_PAY'],
    ['unknown', '6004', 'TRADE_SUCCESS'],
  ])('answers %s by %s', async (decision, code, status) => {
    const { number, tradeNo } = await on.create();
    expect(await on.tradePay(tradeNo, { decision })).toBe(code);
    expect(await on.query(number)).toMatchObject({ trade_status: status });
  });

  it('is not paid twice, nor under another number', async () => {
    const { tradeNo } = await on.paid();
    expect(await on.tradePay(tradeNo)).toBe('4000');
    expect(await on.tradePay('nothing')).toBe('4000');
  });
});

describe('a trade', () => {
  it('is the same when it is created twice, and refused with other contents', async () => {
    const biz = { out_trade_no: 'again', total_amount: '1.00' };
    const { tradeNo } = await on.create(biz);
    expect((await on.create(biz)).tradeNo).toBe(tradeNo);
    for (const [changes, code] of [
      [{ total_amount: '1.01' }, 'ACQ.CONTEXT_INCONSISTENT'],
      [{ subject: '梨' }, 'ACQ.CONTEXT_INCONSISTENT'],
      [{ buyer_open_id: 'open-li' }, 'ACQ.TRADE_BUYER_NOT_MATCH'],
    ] as const)
      expect((await on.create({ ...biz, ...changes })).answer).toMatchObject({
        code: '40004',
        sub_code: code,
      });
    await on.tradePay(tradeNo);
    expect((await on.create(biz)).answer).toMatchObject({ sub_code: 'ACQ.TRADE_HAS_SUCCESS' });
  });

  it.each([
    ['no buyer', { buyer_open_id: undefined }],
    ['a sum of nothing', { total_amount: '0.00' }],
    ['parts of a fen', { total_amount: '1.234' }],
    ['a sum in words', { total_amount: 'one' }],
    ['a number with signs', { out_trade_no: 'a-b' }],
    ['a subject with signs', { subject: 'a&b' }],
    ['another app', { op_app_id: '9900000000000000' }],
    ['another merchant', { seller_id: '2088000000000000' }],
    ['another product', { product_code: 'FACE_TO_FACE_PAYMENT' }],
    ['what nobody knows', { colour: 'red' }],
    ['a moment that is over', { time_expire: '2026-11-30 15:59:59' }],
  ])('with %s is refused', async (_what, changes) => {
    const { answer, number } = await on.create(changes);
    expect(answer).toMatchObject({
      code: '40004',
      msg: 'Business Failed',
      sub_code: 'ACQ.INVALID_PARAMETER',
    });
    expect(await on.query(number === 'a-b' ? 'a_b' : number)).toMatchObject({
      sub_code: 'ACQ.TRADE_NOT_EXIST',
    });
  });

  it('is over at its time', async () => {
    const soon = await on.create({ time_expire: '2026-11-30 16:10:00' });
    const later = await on.create({ timeout_express: '20m' });
    clock.passes(10 * 60_000);
    expect(await on.tradePay(soon.tradeNo)).toBe('4000');
    expect(await on.query(soon.number)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    expect(await on.query(later.number)).toMatchObject({ trade_status: 'WAIT_BUYER_PAY' });
    clock.passes(10 * 60_000);
    expect(await on.query(later.number)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    clock.comesTo('2026-11-30T08:00:00Z');
  });

  it('is closed while nobody has paid', async () => {
    const { number, tradeNo } = await on.create();
    const close = (numbers: object) => on.exec('alipay.trade.close', { ...numbers });
    expect(await close({ trade_no: tradeNo })).toMatchObject({
      code: '10000',
      out_trade_no: number,
      trade_no: tradeNo,
    });
    expect(await on.query(number)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    expect(await on.tradePay(tradeNo)).toBe('4000');
    expect((await on.create({ out_trade_no: number })).answer).toMatchObject({
      sub_code: 'ACQ.TRADE_HAS_CLOSE',
    });
    const paid = await on.paid();
    expect(await close({ out_trade_no: paid.number })).toMatchObject({ sub_code: 'ACQ.TRADE_STATUS_ERROR' });
    expect(await close({ out_trade_no: 'nothing' })).toMatchObject({
      sub_code: 'ACQ.TRADE_NOT_EXIST',
      sub_msg: '交易不存在',
    });
    expect(await close({})).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' });
  });

  it('is cancelled whatever it is', async () => {
    const cancel = (number: string) => on.exec('alipay.trade.cancel', { out_trade_no: number });
    const open = await on.create();
    const paid = await on.paid();
    expect(await cancel(open.number)).toMatchObject({ action: 'close', retry_flag: 'N' });
    expect(await cancel(paid.number)).toMatchObject({ action: 'refund' });
    expect(await cancel(paid.number)).toMatchObject({ code: '10000', action: 'close' });
    expect(await on.query(paid.number)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    const nothing = await cancel('nothing');
    expect([nothing.code, nothing['action']]).toEqual(['10000', undefined]);
  });
});

describe('a refund', () => {
  const refund = (number: string, amount: string, request?: string) =>
    on.exec('alipay.trade.refund', { out_trade_no: number, refund_amount: amount, out_request_no: request });
  const ask = (number: string, request: string) =>
    on.exec('alipay.trade.fastpay.refund.query', {
      out_trade_no: number,
      out_request_no: request,
      query_options: ['gmt_refund_pay'],
    });

  it('goes back in parts, never more than was paid, each once', async () => {
    const { number, tradeNo } = await on.paid();
    expect(await refund(number, '10.00', 'r-1')).toMatchObject({
      code: '10000',
      fund_change: 'Y',
      refund_fee: '10.00',
      send_back_fee: '10.00',
      trade_no: tradeNo,
      buyer_open_id: 'open-wang',
    });
    expect(await refund(number, '10.00', 'r-1')).toMatchObject({ fund_change: 'N', refund_fee: '10.00' });
    expect(await refund(number, '9.00', 'r-1')).toMatchObject({ sub_code: 'ACQ.DISCORDANT_REPEAT_REQUEST' });
    expect(await refund(number, '2.35', 'r-2')).toMatchObject({ sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' });
    expect(await refund(number, '1.00')).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' });
    expect(await on.query(number)).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
    expect(await refund(number, '2.34', 'r-2')).toMatchObject({ refund_fee: '12.34', fund_change: 'Y' });
    expect(await on.query(number)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    expect(await refund(number, '0.01', 'r-3')).toMatchObject({ sub_code: 'ACQ.TRADE_HAS_CLOSE' });
    expect(await ask(number, 'r-2')).toMatchObject({
      code: '10000',
      refund_status: 'REFUND_SUCCESS',
      refund_amount: '2.34',
      total_amount: '12.34',
      gmt_refund_pay: '2026-11-30 16:00:00',
    });
    const { traceId: _, ...nothing } = await ask(number, 'r-3');
    expect(nothing).toEqual({ code: '10000', msg: 'Success' });
  });

  it('needs a payment, not too old, and money to pay it from', async () => {
    const open = await on.create();
    expect(await refund(open.number, '12.34')).toMatchObject({ sub_code: 'ACQ.TRADE_STATUS_ERROR' });
    expect(await refund('nothing', '1.00', 'r')).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
    expect(await ask('nothing', 'r')).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
    const { number } = await on.paid();
    await on.control('PUT', '/refunds', { shortNext: 1 });
    expect(await refund(number, '1.00', 'r')).toMatchObject({ sub_code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' });
    clock.passes(366 * DAY_MS);
    expect(await refund(number, '1.00', 'r')).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_ALLOW_REFUND' });
    clock.comesTo('2026-11-30T08:00:00Z');
    expect(await refund(number, '1.00', 'r')).toMatchObject({ fund_change: 'Y' });
  });

  it('may take a while, and fail, and be asked for again', async () => {
    await on.control('PUT', '/refunds', { mode: 'held' });
    const { number } = await on.paid();
    expect(await refund(number, '12.34')).toMatchObject({
      code: '10000',
      fund_change: 'N',
      send_back_fee: '0.00',
    });
    const waiting = await ask(number, number);
    expect([waiting['refund_amount'], waiting['refund_status']]).toEqual(['12.34', undefined]);
    const settle = (outcome: string) =>
      on.control('POST', `/trades/${number}/settle`, { request: number, outcome });
    await settle('failed');
    expect((await ask(number, number))['refund_amount']).toBeUndefined();
    expect(await refund(number, '12.34')).toMatchObject({ fund_change: 'N' });
    await settle('succeeded');
    expect(await ask(number, number)).toMatchObject({ refund_status: 'REFUND_SUCCESS' });
    expect((await settle('succeeded')).status).toBe(400);
    await on.control('PUT', '/refunds', { mode: 'automatic' });
    const { totals } = (await on.control('GET', '/totals')).body as { totals: Record<string, number> };
    expect(totals['balance']).toBe(totals['paid']! - totals['refunded']!);
  });
});

describe('a call', () => {
  const fields = (changes: Record<string, string> = {}) => {
    const all = {
      app_id: on.keys.appId,
      method: 'alipay.trade.query',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: '2026-11-30 16:00:00',
      version: '1.0',
      biz_content: '{"out_trade_no":"nothing"}',
      ...changes,
    };
    return { sign: signed(signText(all), on.keys.appPrivateKey), ...all };
  };
  const post = async (given: Record<string, string>) => {
    const answer = await fetch(`${on.url}/gateway.do`, { method: 'POST', body: new URLSearchParams(given) });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    return Object.values(JSON.parse(text) as object)[0] as Record<string, string>;
  };

  it.each([
    [{ sign: 'AAAA' }, 'isv.invalid-signature', '40002'],
    [{ sign: '' }, 'isv.missing-signature', '40001'],
    [{ app_id: '9900000000000000' }, 'isv.invalid-app-id', '40002'],
    [{ sign_type: 'RSA' }, 'isv.invalid-signature-type', '40002'],
    [{ method: 'alipay.nothing' }, 'isv.invalid-method', '40002'],
    [{ method: '' }, 'isv.missing-method', '40001'],
    [{ timestamp: 'now' }, 'isv.invalid-timestamp', '40002'],
    [{ biz_content: 'no json' }, 'isv.invalid-parameter', '40002'],
  ])('with %j is refused', async (changes, subCode, code) => {
    expect(await post(fields(changes))).toMatchObject({ code, sub_code: subCode });
  });

  it('is signed over everything that it says', async () => {
    expect(await post(fields())).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
    expect(await post({ ...fields(), biz_content: '{"out_trade_no":"other"}' })).toMatchObject({
      sub_code: 'isv.invalid-signature',
    });
    expect(await post({ ...fields(), notify_url: 'https://evil.example' })).toMatchObject({
      sub_code: 'isv.invalid-signature',
    });
  });
});

describe('what goes wrong', () => {
  const fault = (kind: string, path?: string) =>
    on.control('POST', '/faults', { kind, ...(path && { path }) });

  it('happens instead of the work or after it', async () => {
    await fault('error_before');
    expect((await on.create()).answer).toMatchObject({ code: '20000', sub_code: 'aop.ACQ.SYSTEM_ERROR' });
    await fault('rate_limited', 'alipay.trade.query');
    expect((await on.create()).answer.code).toBe('10000');
    expect(await on.query('nothing')).toMatchObject({ code: '40005', sub_code: 'isv.app-call-limited' });
    // The SDK's HTTP client sends a call once more by itself when the connection breaks.
    for (const [kind, count, made] of [
      ['bad_gateway', 1, false],
      ['reset_before', 2, false],
      ['reset_after', 1, true],
      ['error_after', 1, true],
    ] as const) {
      await on.control('POST', '/faults', { kind, count });
      const number = `fault_${kind}`;
      await on.create({ out_trade_no: number }).catch(() => null);
      expect([kind, (await on.query(number)).code]).toEqual([kind, made ? '10000' : '40004']);
    }
    await fault('forged_answer');
    await expect(on.query('nothing')).rejects.toThrow(/验签失败/);
    expect((await on.create()).answer.code).toBe('10000');
  });
});

it('tells who signs in, by a code that works once', async () => {
  const { code } = (await on.control('POST', '/login_codes', { openId: 'open-wang' })).body;
  const token = (given: unknown) =>
    on.sdk.exec('alipay.system.oauth.token', { grant_type: 'authorization_code', code: given });
  expect(await token(code)).toMatchObject({ open_id: 'open-wang', access_token: expect.any(String) });
  expect(await token(code)).toMatchObject({ code: '40002', sub_code: 'isv.code-invalid' });
  expect(await token('sandbox:2088000000000001:n')).toMatchObject({ user_id: '2088000000000001' });
});

it('serves only apps of its own, that no one else can have', async () => {
  const account = { ...testAccount(), appId: '2021000000000000' };
  await expect(startAlipay({ account })).rejects.toThrow(
    expect.objectContaining({ name: 'LiveKeysConfigured' }) as Error,
  );
  expect(makeAlipayAccount().appId).toMatch(/^9900\d{12}$/);
});
