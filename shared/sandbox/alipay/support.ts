import { AlipaySdk, type AlipaySdkCommonResult } from 'alipay-sdk';
import { closeGracefully, listen, portOf } from '../../kit/process/listen';
import { quiet } from '../kit/support';
import { alipayClientKeys, makeAlipayAccount, type AlipayAccount } from './account';
import { createAlipaySandbox, type AlipaySandboxOptions } from './createAlipaySandbox';

type Json = Record<string, unknown>;

let made: AlipayAccount | undefined;
/** For tests: keys take a while, so a test file makes them once. */
export const testAccount = () => (made ??= makeAlipayAccount());

/** For tests: the stand-in on a free port, driven by the official SDK. */
export async function startAlipay(options: Partial<AlipaySandboxOptions> = {}) {
  const account = options.account ?? testAccount();
  let url = '';
  const sandbox = await createAlipaySandbox({
    publicUrl: 'https://shop.example/sandbox/alipay',
    apiUrl: () => url,
    log: quiet,
    retryPausesMs: [10, 10, 10, 10],
    now: () => new Date(),
    ...options,
    account,
  });
  const server = await listen(sandbox.app, 0, '127.0.0.1');
  const port = portOf(server);
  url = `http://127.0.0.1:${port}`;
  const keys = alipayClientKeys(account);
  const sdk = new AlipaySdk({
    appId: keys.appId,
    privateKey: keys.appPrivateKey,
    keyType: 'PKCS8',
    alipayPublicKey: keys.alipayPublicKey,
    gateway: `${url}/gateway.do`,
    camelcase: false,
  });
  const control = async (method: string, path: string, body?: Json) => {
    const answer = await fetch(`${url}/_sandbox${path}`, {
      method,
      headers: { authorization: `Bearer ${account.controlKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };
  const exec = (method: string, bizContent: Json, more: Json = {}): Promise<AlipaySdkCommonResult> =>
    sdk.exec(method, { bizContent, ...more }, { validateSign: true });

  let orders = 0;
  const order = (more: Json = {}) => ({
    out_trade_no: `order_${port}_${(orders += 1)}`,
    total_amount: '12.34',
    subject: '一箱苹果',
    ...more,
  });
  const create = async (more: Json = {}, notifyUrl?: string) => {
    const biz: Json = order({
      product_code: 'JSAPI_PAY',
      op_app_id: keys.appId,
      buyer_open_id: 'open-wang',
      ...more,
    });
    const answer = await exec(
      'alipay.trade.create',
      biz,
      notifyUrl === undefined ? {} : { notify_url: notifyUrl },
    );
    return { answer, number: String(biz['out_trade_no']), tradeNo: String(answer['trade_no']) };
  };
  return {
    url,
    keys,
    account,
    sandbox,
    sdk,
    control,
    exec,
    order,
    create,
    query: (number: string) => exec('alipay.trade.query', { out_trade_no: number }),
    tradePay: async (tradeNO: string, more: Json = {}) =>
      (await control('POST', '/tradePay', { tradeNO, ...more })).body['resultCode'],
    /** An order that the person has paid. */
    paid: async (more: Json = {}, notifyUrl?: string) => {
      const { number, tradeNo } = await create(more, notifyUrl);
      await control('POST', '/tradePay', { tradeNO: tradeNo });
      return { number, tradeNo };
    },
    close: async () => {
      await closeGracefully(server, { timeoutMs: 200 });
      await sandbox.close();
    },
  };
}
