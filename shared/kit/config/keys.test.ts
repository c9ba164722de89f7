import { generateKeyPairSync } from 'node:crypto';
import { ConfigError, readEnvironment } from './environment';
import { privateKey, publicKey } from './keys';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = {
  pkcs8: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  pkcs1: pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  spki: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};
const inOneLine = (text: string) => text.trim().replaceAll('\n', String.raw`\n`);
const bare = (text: string) => text.replaceAll(/-----[^-]+-----|\s/g, '');
const read = (OWN_KEY: string) => readEnvironment({ OWN_KEY: privateKey() }, { OWN_KEY }).OWN_KEY;
const readPublic = (THEIR_KEY: string) =>
  readEnvironment({ THEIR_KEY: publicKey() }, { THEIR_KEY }).THEIR_KEY;

test.each([pem.pkcs8, pem.pkcs1].flatMap((text) => [text, inOneLine(text), bare(text)]))(
  'a private key is read however it is written (%#)',
  (text) => {
    expect(read(text).equals(pair.privateKey)).toBe(true);
  },
);

test.each([pem.spki, inOneLine(pem.spki), bare(pem.spki)])('so is a public one (%#)', (text) => {
  expect(readPublic(text).equals(pair.publicKey)).toBe(true);
});

test.each(['not a key', pem.spki, curve.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()])(
  'what is no RSA private key is refused, and not shown (%#)',
  (text) => {
    expect(() => read(text)).toThrow(
      new ConfigError([
        'OWN_KEY must be an RSA private key: PEM, or the Base64 in it, got another value (not shown: it is a secret)',
      ]),
    );
  },
);

test.each([pem.pkcs8, curve.publicKey.export({ type: 'spki', format: 'pem' }).toString()])(
  'what is no RSA public key is refused (%#)',
  (text) => {
    expect(() => readPublic(text)).toThrow(/^THEIR_KEY must be an RSA public key/);
  },
);

test('a missing key is named', () => {
  expect(() => readEnvironment({ OWN_KEY: privateKey() }, {})).toThrow(
    'OWN_KEY is not set: it must be an RSA private key',
  );
});
