import { createPublicKey, sign } from 'node:crypto';
import type { KeyPair } from './keyPair';

const encode = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const hex = body.length.toString(16);
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
};
const sequence = (...parts: Buffer[]) => encode(0x30, ...parts);
const oid = (hex: string) => encode(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Buffer) => encode(0x03, Buffer.from([0]), content);
/** Its first bit must be 0: it tells the sign. */
const integer = (hex: string) => encode(0x02, Buffer.from(hex, 'hex'));

const sha256WithRsa = sequence(oid('2a864886f70d01010b'), encode(0x05));
const attributes = { CN: '550403', O: '55040a', OU: '55040b', C: '550406' } as const;
type Name = Readonly<Partial<Record<keyof typeof attributes, string>>>;

const nameOf = (name: Name) =>
  sequence(
    ...Object.entries(name).map(([key, value]) =>
      encode(0x31, sequence(oid(attributes[key as keyof Name]), encode(0x0c, Buffer.from(value)))),
    ),
  );
const utcTime = (at: Date) => {
  const digits = at.toISOString().replace(/\D/g, '');
  return encode(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
};

/**
 * A self-signed X.509 certificate (version 3, SHA-256 with RSA) as PEM.
 * @param serial up to 40 hexadecimal digits, the first not above 7
 */
export function makeCertificate(
  keys: KeyPair,
  { serial, subject, from, until }: { serial: string; subject: Name; from: Date; until: Date },
): string {
  const name = nameOf(subject);
  const content = sequence(
    encode(0xa0, integer('02')),
    integer(serial),
    sha256WithRsa,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    createPublicKey(keys.publicKey).export({ type: 'spki', format: 'der' }),
  );
  const certificate = sequence(content, sha256WithRsa, bits(sign('sha256', content, keys.privateKey)));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
