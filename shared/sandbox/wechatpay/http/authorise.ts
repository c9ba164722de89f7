import { LRUCache } from 'lru-cache';
import { WechatPayFailure } from '../failures';
import { isSigned } from '../../kit/crypto/rsa';
import { time, type World } from '../world';

/** A request's age, and how far ahead of this clock it may be. */
const MAX_AGE_S = 300;
const NONCES_KEPT = 50_000;
const SHOWN_OF_BODY = 8;

type Request = { method: string; url: string; body: string; authorization: string | undefined };

/**
 * Checks a merchant's signature over `METHOD\nURL\nTIMESTAMP\nNONCE\nBODY\n`.
 * Documentation: pay.weixin.qq.com, 如何构造请求签名 (/doc/v3/merchant/4012365336).
 * @throws WechatPayFailure SIGN_ERROR for another merchant or serial, an old moment, a nonce used before, another signature
 */
export function createAuthorise(world: World) {
  const used = new LRUCache<string, true>({ max: NONCES_KEPT });
  return ({ method, url, body, authorization }: Request) => {
    const { mchid, merchant } = world.account;
    const given = fieldsOf(authorization);
    if (given.mchid !== mchid) throw refused('mchid', 'mchid not match', '商户号与请求签名不符');
    if (given.serial_no.toUpperCase() !== merchant.serialNo)
      throw refused('serial_no', 'serial_no not match', '商户证书序列号有误，请使用签名私钥匹配的证书序列号');
    const age = Math.floor(time(world) / 1000) - Number(given.timestamp);
    if (!(Math.abs(age) <= MAX_AGE_S))
      throw refused(
        'timestamp',
        'timestamp expired',
        'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
      );
    const message = `${method}\n${url}\n${given.timestamp}\n${given.nonce_str}\n${body}\n`;
    if (!isSigned(message, given.signature, merchant.publicKey))
      throw new WechatPayFailure('SIGN_ERROR', '错误的签名，验签失败', {
        detail: { issue: 'sign not match' },
        field: 'signature',
        location: 'authorization',
        sign_information: {
          method,
          url,
          truncated_sign_message: `${message.slice(0, message.length - body.length - 1)}${body.slice(0, SHOWN_OF_BODY)}\n`,
          sign_message_length: Buffer.byteLength(message),
        },
      });
    if (used.has(given.nonce_str))
      throw refused('nonce_str', 'nonce_str used', '请求已被使用，请更换随机串后重试');
    used.set(given.nonce_str, true);
  };
}

const names = ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'] as const;
type Fields = Record<(typeof names)[number], string>;

function fieldsOf(authorization: string | undefined): Fields {
  const [, list] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(authorization ?? '') ?? [];
  const fields = new Map(
    [...(list ?? '').matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const missing = names.find((name) => !fields.get(name));
  if (missing !== undefined)
    throw refused(
      list === undefined ? 'authorization' : missing,
      'format error',
      'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》',
    );
  return Object.fromEntries(names.map((name) => [name, fields.get(name) ?? ''])) as Fields;
}

const refused = (field: string, issue: string, message: string) =>
  new WechatPayFailure('SIGN_ERROR', message, { detail: { issue }, field, location: 'authorization' });
