import { isSecretName, redactFields } from '../log/redact';

/** Fields that name a private person, or hold what a person wrote to another or a whole file. */
const personal =
  /^(recipient|recipientname|displayname|contactname|onbehalfof|proxy|proxyname|holder|accountnumber|openid|door|email|licence|message|csv|foundby|phonetail|dial)$/;
/** Pickup codes, under the names that they are kept by. */
const codes = /^(digits|activedigits|spentdigits|nonce)$/;
/** A card's or an account's number, which banks need whole and nobody else. */
const bankNumber = /(?<!\w)\d{12,}(?!\w)/g;

/**
 * A value as JSON that may be kept for ever: without secrets, phone numbers and what names a private person, however deep in it they
 * stand. So an account can be deleted without touching the trail.
 * @param options.name of the field that holds it; `longest`: characters, the rest is cut off
 */
export function maskedJson(value: unknown, { name = '', longest = 600 } = {}): string {
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null));
  const json = JSON.stringify(redactFields(withoutPeople(plain, name), name));
  return json.length > longest ? `${json.slice(0, longest)}…` : json;
}

function withoutPeople(value: unknown, name: string): unknown {
  const plainName = name.replace(/[-_]/g, '').toLowerCase();
  if (value !== null && personal.test(plainName)) return '[personal]';
  if (value !== null && (codes.test(plainName) || isSecretName(name))) return '[hidden]';
  if (Array.isArray(value)) return value.map((item) => withoutPeople(item, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutPeople(inner, key)]));
  return typeof value === 'string' ? value.replace(bankNumber, '[number]') : value;
}
