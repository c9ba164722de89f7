import type { Request } from 'express';
import { isSigned } from '../../kit/crypto/rsa';
import type { AlipayAccount } from '../account';
import { invalid, missing } from '../failures';
import { signText, type Fields } from '../signing';

/** All parameters of a call: those of the address and those of the form. */
export function fieldsOf(req: Request): Fields {
  const fields: Fields = {};
  const all = { ...req.query, ...(req.body as Record<string, unknown> | undefined) };
  for (const [name, value] of Object.entries(all)) if (typeof value === 'string') fields[name] = value;
  return fields;
}

const required = ['method', 'app_id', 'sign', 'sign_type', 'timestamp', 'version', 'charset'];
const withoutUnderscore = (name: string) => name.replaceAll('_', '-');

/**
 * Checks who calls, and how.
 * Documentation: opendocs.alipay.com, 公共请求参数 (/common/02kf5q) and 公共错误码 (/common/02km9f).
 * @throws AlipayFailure isv.missing-…, isv.invalid-app-id, isv.invalid-signature-type, isv.invalid-signature …
 */
export function checkRequest({ appId, app }: AlipayAccount, fields: Fields) {
  for (const name of required)
    if (!fields[name])
      throw missing(
        `isv.missing-${name === 'sign' ? 'signature' : withoutUnderscore(name)}`,
        `缺少${name}参数`,
      );
  if (fields['app_id'] !== appId) throw invalid('isv.invalid-app-id', '无效的AppID参数');
  if (fields['sign_type'] !== 'RSA2') throw invalid('isv.invalid-signature-type', '无效的签名类型');
  if (fields['version'] !== '1.0') throw invalid('isv.invalid-parameter', '参数无效：version');
  if (!/^utf-?8$/i.test(fields['charset'] ?? '')) throw invalid('isv.invalid-charset', '编码错误');
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(fields['timestamp'] ?? ''))
    throw invalid('isv.invalid-timestamp', '非法的时间戳参数');
  const text = signText(fields, 'sign');
  if (!isSigned(text, fields['sign'] ?? '', app.publicKey))
    throw invalid(
      'isv.invalid-signature',
      `验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：${text.replaceAll('&', '&amp;')}`,
    );
}

/** @throws AlipayFailure isv.invalid-parameter */
export function bizContent(fields: Fields): unknown {
  try {
    return JSON.parse(fields['biz_content'] ?? '{}') as unknown;
  } catch {
    throw invalid('isv.invalid-parameter', '参数无效：biz_content');
  }
}
