import { createDecipheriv, createSign, createVerify, randomUUID } from 'node:crypto';
import { closeGracefully, listen, portOf } from '../../kit/process/listen';
import { quiet } from '../kit/support';
import { makeWechatPayAccount, wechatPayClientKeys, type WechatPayAccount } from './account';
import { createWechatPaySandbox, type WechatPaySandboxOptions } from './createWechatPaySandbox';

type Headers = Record<string, string>;
type Json = Record<string, unknown>;

let made: WechatPayAccount | undefined;
/** For tests: keys take a while, so a test file makes them once. */
export const testAccount = () => (made ??= makeWechatPayAccount(Date.now()));

/** What a merchant does, written from the documentation alone: it shares no line with the stand-in. */
export function merchantOf(keys: ReturnType<typeof wechatPayClientKeys>, now: () => Date) {
  const sign = (message: string) =>
    createSign('RSA-SHA256').update(message).sign(keys.merchantPrivateKey, 'base64');
  return {
    sign,
    authorization: (method: string, url: string, body: string, changes: Partial<Headers> = {}) => {
      const timestamp = changes['timestamp'] ?? String(Math.floor(now().getTime() / 1000));
      const nonce = changes['nonce_str'] ?? randomUUID();
      const fields: Partial<Headers> = {
        mchid: keys.mchid,
        nonce_str: nonce,
        signature: sign(`${method}\n${url}\n${timestamp}\n${nonce}\n${body}\n`),
        timestamp,
        serial_no: keys.merchantSerialNo,
        ...changes,
      };
      const list = Object.entries(fields).map(([name, value]) => `${name}="${value ?? ''}"`);
      return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`;
    },
    /** Whether an answer or a notice is WeChat Pay's. */
    isGenuine: (headers: (name: string) => string | null, body: string, key = keys.publicKey) =>
      createVerify('RSA-SHA256')
        .update(`${headers('wechatpay-timestamp')}\n${headers('wechatpay-nonce')}\n${body}\n`)
        .verify(key, headers('wechatpay-signature') ?? '', 'base64'),
    decrypt: (resource: { ciphertext: string; nonce: string; associated_data: string }) => {
      const all = Buffer.from(resource.ciphertext, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', keys.apiV3Key, resource.nonce);
      decipher.setAuthTag(all.subarray(-16));
      decipher.setAAD(Buffer.from(resource.associated_data));
      return Buffer.concat([decipher.update(all.subarray(0, -16)), decipher.final()]).toString();
    },
    /** The parameters of `wx.requestPayment`. */
    payment: (prepayId: string, appId = keys.appids.miniProgram) => {
      const timeStamp = String(Math.floor(now().getTime() / 1000));
      const nonceStr = randomUUID();
      const package_ = `prepay_id=${prepayId}`;
      const paySign = sign(`${appId}\n${timeStamp}\n${nonceStr}\n${package_}\n`);
      return { appId, timeStamp, nonceStr, package: package_, signType: 'RSA', paySign };
    },
  };
}

/** For tests: the stand-in on a free port, and a merchant that calls it. */
export async function startWechatPay(options: Partial<WechatPaySandboxOptions> = {}) {
  const account = options.account ?? testAccount();
  const now = options.now ?? (() => new Date());
  let port = 0;
  const sandbox = await createWechatPaySandbox({
    publicUrl: 'https://shop.example/sandbox/wechatpay',
    apiUrl: () => `http://127.0.0.1:${port}`,
    log: quiet,
    refunds: { delayMs: 20 },
    retryPausesMs: [10, 10, 10, 10],
    ...options,
    account,
    now,
  });
  const server = await listen(sandbox.app, 0, '127.0.0.1');
  port = portOf(server);
  const url = `http://127.0.0.1:${port}`;
  const keys = wechatPayClientKeys(account);
  const merchant = merchantOf(keys, now);

  const fetchSigned = async (
    method: string,
    path: string,
    body?: Json | string,
    ...[headers = {}, signal]: [headers?: Headers, signal?: AbortSignal]
  ) => {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(url + path, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: merchant.authorization(method, path, text),
        ...headers,
      },
      ...(method === 'POST' && { body: text }),
      ...(signal && { signal }),
    });
  };
  const call = async (method: string, path: string, body?: Json | string, headers: Headers = {}) => {
    const answer = await fetchSigned(method, path, body, headers);
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      headers: answer.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Json,
    };
  };
  const control = async (method: string, path: string, body?: Json) => {
    const answer = await fetch(`${url}/_sandbox${path}`, {
      method,
      headers: { authorization: `Bearer ${account.apiV3Key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };

  let orders = 0;
  const params = (more: Json = {}) => ({
    appid: keys.appids.miniProgram,
    mchid: keys.mchid,
    description: '一箱苹果',
    out_trade_no: `order-${port}-${(orders += 1)}`,
    notify_url: 'http://127.0.0.1:9/notices',
    amount: { total: 1234, currency: 'CNY' },
    ...more,
  });
  const payer = { openid: 'o-wang' };
  const jsapi = (more: Json = {}) => {
    const body = params({ payer, ...more });
    return call('POST', '/v3/pay/transactions/jsapi', body).then((answer) => ({
      ...answer,
      number: body.out_trade_no,
      prepayId: String(answer.body['prepay_id']),
    }));
  };
  return {
    url,
    keys,
    account,
    sandbox,
    merchant,
    fetchSigned,
    call,
    control,
    params,
    jsapi,
    order: (scene: string, more: Json = {}) => call('POST', `/v3/pay/transactions/${scene}`, params(more)),
    /** An order that the person has paid. */
    paid: async (more: Json = {}) => {
      const { number, prepayId } = await jsapi(more);
      const { body } = await control('POST', '/requestPayment', merchant.payment(prepayId));
      return { number, said: body['errMsg'] };
    },
    query: (number: string) => call('GET', `/v3/pay/transactions/out-trade-no/${number}?mchid=${keys.mchid}`),
    refund: (number: string, id: string, amount: Json, more: Json = {}) =>
      call('POST', '/v3/refund/domestic/refunds', {
        out_trade_no: number,
        out_refund_no: id,
        amount: { total: 1234, currency: 'CNY', ...amount },
        ...more,
      }),
    close: async () => {
      await closeGracefully(server, { timeoutMs: 200 });
      await sandbox.close();
    },
  };
}
