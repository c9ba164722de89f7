import { signed } from '../kit/crypto/rsa';

export type Fields = Record<string, string>;

/**
 * What an RSA2 signature covers: `a=1&b=2` in the order of the names, without empty values and those that are left out.
 * Documentation: opendocs.alipay.com, 自行实现签名 (/common/057k53), 自行实现验签 (/common/02mse7).
 */
export const signText = (fields: Fields, ...without: string[]) =>
  Object.keys(fields)
    .filter((name) => fields[name] !== '' && !without.includes(name))
    .sort()
    .map((name) => `${name}=${fields[name] ?? ''}`)
    .join('&');

/** A notice's or a return's fields with their signature, which covers all but `sign` and `sign_type`. */
export const withSign = (fields: Fields, privateKey: string): Fields => ({
  ...fields,
  sign_type: 'RSA2',
  sign: signed(signText(fields, 'sign', 'sign_type'), privateKey),
});

/** An answer of the gateway: what is signed is the object as it stands in the text, with slashes escaped as Alipay's are. */
export function signedAnswer(name: string, body: object, privateKey: string): string {
  const text = JSON.stringify(body).replaceAll('/', String.raw`\/`);
  return `{"${name}":${text},"sign":"${signed(text, privateKey)}"}`;
}
