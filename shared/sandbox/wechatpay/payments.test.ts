import { beijing } from '../kit/beijing';
import { handClock, until } from '../kit/support';
import { startWechatPay } from './support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startWechatPay>>;
beforeAll(async () => {
  on = await startWechatPay({ now: clock.now });
});
afterAll(() => on.close());

const HOUR = 3_600_000;
const decide = (prepayId: string, decision: string, changes: object = {}) =>
  on.control('POST', '/requestPayment', { ...on.merchant.payment(prepayId), decision, ...changes });

describe('in WeChat', () => {
  it('is paid by who placed the order', async () => {
    const { number, prepayId } = await on.jsapi({ attach: 'a' });
    expect(prepayId).toMatch(/^wx20261130160000\w{20}$/);
    expect((await on.query(number)).body).toMatchObject({
      out_trade_no: number,
      trade_state: 'NOTPAY',
      trade_state_desc: '订单未支付',
      amount: { total: 1234, currency: 'CNY' },
    });
    expect((await decide(prepayId, 'pay', { openid: 'o-li' })).body['errMsg']).toMatch(
      /^requestPayment:fail /,
    );
    expect((await decide(prepayId, 'pay', { openid: 'o-wang' })).body).toEqual({
      errMsg: 'requestPayment:ok',
      err_msg: 'get_brand_wcpay_request:ok',
    });
    const { body } = await on.query(number);
    expect(body).toEqual({
      appid: on.keys.appids.miniProgram,
      mchid: on.keys.mchid,
      out_trade_no: number,
      transaction_id: expect.stringMatching(/^42000\d{5}20261130\d{10}$/),
      trade_type: 'JSAPI',
      trade_state: 'SUCCESS',
      trade_state_desc: '支付成功',
      bank_type: 'OTHERS',
      attach: 'a',
      success_time: '2026-11-30T16:00:00+08:00',
      payer: { openid: 'o-wang' },
      amount: { total: 1234, payer_total: 1234, currency: 'CNY', payer_currency: 'CNY' },
      promotion_detail: [],
    });
    const byId = await on.call(
      'GET',
      `/v3/pay/transactions/id/${String(body['transaction_id'])}?mchid=${on.keys.mchid}`,
    );
    expect(byId.body).toEqual(body);
  });

  it('is not paid when the person does not want or cannot, and can be tried again', async () => {
    const { number, prepayId } = await on.jsapi();
    expect((await decide(prepayId, 'cancel')).body['errMsg']).toBe('requestPayment:fail cancel');
    expect((await decide(prepayId, 'fail')).body['errMsg']).toMatch(/^requestPayment:fail ./);
    expect((await on.query(number)).body['trade_state']).toBe('NOTPAY');
    expect((await decide(prepayId, 'pay')).body['errMsg']).toBe('requestPayment:ok');
    expect((await decide(prepayId, 'pay')).body['errMsg']).toBe('requestPayment:fail 该订单已支付');
  });

  it.each([
    ['another signature', { paySign: 'AAAA' }],
    ['another way to sign', { signType: 'MD5' }],
    ['another app', { appId: 'wx1' }],
    ['another package', { package: 'prepay_id=wx0' }],
  ])('refuses %s', async (_what, changes) => {
    const { prepayId, number } = await on.jsapi();
    expect((await decide(prepayId, 'pay', changes)).body['errMsg']).toMatch(/^requestPayment:fail ./);
    const other = on.merchant.payment(prepayId, on.keys.appids.officialAccount);
    expect((await on.control('POST', '/requestPayment', other)).body['errMsg']).toMatch(/appid/);
    expect((await on.query(number)).body['trade_state']).toBe('NOTPAY');
  });

  it('lets a prepay_id live for two hours', async () => {
    const order = await on.jsapi();
    clock.passes(2 * HOUR);
    expect((await decide(order.prepayId, 'pay')).body['errMsg']).toMatch(/已过期/);
    expect((await on.query(order.number)).body['trade_state']).toBe('NOTPAY');
  });
});

describe('an order', () => {
  it('is the same when it is placed twice, and refused with other parameters', async () => {
    const body = on.params({ payer: { openid: 'o-wang' } });
    const place = (scene: string, more: object = {}) =>
      on.call('POST', `/v3/pay/transactions/${scene}`, { ...body, ...more });
    expect((await place('jsapi')).status).toBe(200);
    expect((await place('jsapi')).status).toBe(200);
    for (const changes of [{ amount: { total: 1 } }, { attach: 'x' }, { payer: { openid: 'o-li' } }])
      expect(await place('jsapi', changes)).toMatchObject({
        status: 403,
        body: { code: 'OUT_TRADE_NO_USED' },
      });
    expect((await place('native', { payer: undefined })).body['code']).toBe('OUT_TRADE_NO_USED');
    await on.control('POST', `/trades/${body.out_trade_no}/pay`);
    expect(await place('jsapi')).toMatchObject({ status: 400, body: { code: 'ORDERPAID' } });
  });

  it.each([
    ['no payer', { payer: undefined }, '/payer'],
    ['a sum of nothing', { amount: { total: 0 } }, '/amount/total'],
    ['parts of a fen', { amount: { total: 1.5 } }, '/amount/total'],
    ['another currency', { amount: { total: 1, currency: 'USD' } }, '/amount/currency'],
    ['a short number', { out_trade_no: 'a' }, '/out_trade_no'],
    ['an address with a query', { notify_url: 'https://a.example/?x=1' }, '/notify_url'],
    ['a moment that is none', { time_expire: 'tomorrow' }, '/time_expire'],
    ['a moment that is over', { time_expire: '2026-11-30T00:00:00+08:00' }, '/time_expire'],
    ['what nobody knows', { colour: 'red' }, '/colour'],
    ['another merchant', { mchid: '9900000000' }, '/mchid'],
  ])('with %s is refused', async (_what, changes, field) => {
    expect(await on.jsapi(changes)).toMatchObject({
      status: 400,
      body: { code: 'PARAM_ERROR', detail: { field, location: 'body' } },
    });
  });

  it('belongs to an app of this merchant', async () => {
    expect(await on.jsapi({ appid: 'wx0000000000000000' })).toMatchObject({
      status: 400,
      body: { code: 'APPID_MCHID_NOT_MATCH' },
    });
    expect((await on.jsapi({ appid: on.keys.appids.officialAccount })).status).toBe(200);
    expect((await on.call('POST', '/v3/pay/transactions/jsapi', 'no json')).body['code']).toBe('PARAM_ERROR');
  });

  it('is over at its time', async () => {
    const expires = beijing.rfc3339(clock.now().getTime() + 10 * 60_000);
    const { number, prepayId } = await on.jsapi({ time_expire: expires });
    clock.passes(10 * 60_000 - 1000);
    expect((await on.query(number)).body['trade_state']).toBe('NOTPAY');
    clock.passes(1000);
    expect((await decide(prepayId, 'pay')).body['errMsg']).toBe('requestPayment:fail 该订单已关闭');
    expect((await on.query(number)).body).toMatchObject({
      trade_state: 'CLOSED',
      trade_state_desc: '订单已关闭',
    });
  });

  it('is closed once and for all, unless it is paid', async () => {
    const close = (number: string) =>
      on.call('POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: on.keys.mchid });
    const body = on.params({ payer: { openid: 'o-wang' } });
    await on.call('POST', '/v3/pay/transactions/jsapi', body);
    expect(await close(body.out_trade_no)).toMatchObject({ status: 204, text: '' });
    expect((await close(body.out_trade_no)).status).toBe(204);
    expect(await on.call('POST', '/v3/pay/transactions/jsapi', body)).toMatchObject({
      status: 400,
      body: { code: 'ORDER_CLOSED' },
    });
    expect((await on.control('POST', `/trades/${body.out_trade_no}/pay`)).body['error']).toMatch(
      /^ORDER_CLOSED/,
    );
    const { number } = await on.paid();
    expect(await close(number)).toMatchObject({ status: 400, body: { code: 'ORDERPAID' } });
    expect(await close('nothing-here')).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_EXIST' } });
  });

  it('is asked for by its own merchant', async () => {
    const { number } = await on.jsapi();
    const answer = await on.call('GET', `/v3/pay/transactions/out-trade-no/${number}?mchid=9900000000`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'PARAM_ERROR' } });
    expect((await on.call('GET', `/v3/pay/transactions/out-trade-no/${number}`)).status).toBe(400);
  });
});

describe('what goes wrong', () => {
  const fault = (kind: string, path?: string) =>
    on.control('POST', '/faults', { kind, ...(path && { path }) });

  it('happens instead of the work or after it', async () => {
    await fault('error_before');
    expect(await on.jsapi()).toMatchObject({ status: 500, body: { code: 'SYSTEM_ERROR' } });
    await fault('rate_limited', '/v3/pay');
    expect((await on.call('GET', '/v3/certificates')).status).toBe(404);
    expect(await on.jsapi()).toMatchObject({ status: 429, body: { code: 'FREQUENCY_LIMITED' } });
    for (const [kind, placed] of [
      ['reset_before', false],
      ['reset_after', true],
      ['error_after', true],
    ] as const) {
      const body = on.params({ payer: { openid: 'o-wang' } });
      await fault(kind);
      await on.call('POST', '/v3/pay/transactions/jsapi', body).catch(() => null);
      expect([kind, (await on.query(body.out_trade_no)).status]).toEqual([kind, placed ? 200 : 404]);
    }
  });

  it.each([
    ['timeout_before', 404],
    ['timeout_after', 200],
  ])('may be that nothing is answered: %s', async (kind, found) => {
    const body = on.params({ payer: { openid: 'o-wang' } });
    await fault(kind, '/v3/pay/transactions/jsapi');
    const asked = new AbortController();
    const answer = on
      .fetchSigned('POST', '/v3/pay/transactions/jsapi', body, {}, asked.signal)
      .catch(() => null);
    await until(async () => ((await on.control('GET', '/faults')).body['faults'] as object[]).length === 0);
    asked.abort();
    expect([await answer, (await on.query(body.out_trade_no)).status]).toEqual([null, found]);
  });

  it('may be that the answer comes late', async () => {
    await fault('slow');
    let answered = false;
    const slow = on.jsapi().finally(() => {
      answered = true;
    });
    await until(() => {
      clock.passes(1000);
      return answered;
    });
    expect((await slow).status).toBe(200);
  });

  it('is nothing any more once it is cleared', async () => {
    await fault('error_before');
    await on.control('DELETE', '/faults');
    expect((await on.jsapi()).status).toBe(200);
    expect((await on.control('POST', '/faults', { kind: 'colour' })).status).toBe(400);
    expect((await on.control('POST', '/nothing')).status).toBe(404);
    expect((await fetch(`${on.url}/_sandbox/totals`)).status).toBe(401);
  });
});
