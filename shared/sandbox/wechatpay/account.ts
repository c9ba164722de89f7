import { randomBytes } from 'node:crypto';
import { DAY_MS } from '../kit/beijing';
import { makeCertificate } from '../kit/crypto/certificate';
import { makeKeyPair, type KeyPair } from '../kit/crypto/keyPair';
import { randomDigits, randomText } from '../kit/ids';
import { LiveKeysConfigured } from '../kit/liveKeys';

export type PlatformCertificate = KeyPair & {
  serialNo: string;
  /** PEM. */
  certificate: string;
  /** Milliseconds. */
  from: number;
  until: number;
};

/** A merchant of the stand-in, with WeChat Pay's side of the keys. Plain data, so that it can be kept. */
export type WechatPayAccount = {
  mchid: string;
  /** Apps that this merchant may take payments in: the mini program and, for WeChat's browser, the official account. */
  appids: { miniProgram: string; officialAccount: string };
  /** 32 characters; encrypts notices and certificates. */
  apiV3Key: string;
  merchant: KeyPair & { serialNo: string };
  /** WeChat Pay's public key (`PUB_KEY_ID_…`), by which merchants verify since October 2024. */
  platform: KeyPair & { publicKeyId: string };
  /** What older merchants verify by. */
  certificate: PlatformCertificate;
};

const CERTIFICATE_MS = 5 * 365 * DAY_MS;
const serial = () => `7${randomBytes(20).toString('hex').slice(1)}`.toUpperCase();

export function makePlatformCertificate(at: number): PlatformCertificate {
  const keys = makeKeyPair();
  const serialNo = serial();
  const [from, until] = [at, at + CERTIFICATE_MS];
  const certificate = makeCertificate(keys, {
    serial: serialNo,
    subject: { C: 'CN', O: 'Lintuan sandbox', OU: 'Stand-in of WeChat Pay', CN: 'Sandbox sign' },
    from: new Date(from),
    until: new Date(until),
  });
  return { ...keys, serialNo, certificate, from, until };
}

/**
 * A merchant with keys for one start. Its number is from 9900000000 to 9999999999, where WeChat Pay has none.
 * @param at now, in milliseconds
 */
export function makeWechatPayAccount(
  at: number,
  given: {
    miniProgram?: string | undefined;
    officialAccount?: string | undefined;
    mchid?: string | undefined;
  } = {},
): WechatPayAccount {
  const mchid = given.mchid ?? `99${randomDigits(8)}`;
  const appid = () => `wx${randomBytes(8).toString('hex')}`;
  return {
    mchid,
    appids: {
      miniProgram: given.miniProgram ?? appid(),
      officialAccount: given.officialAccount ?? appid(),
    },
    apiV3Key: randomText(32),
    merchant: { ...makeKeyPair(), serialNo: serial() },
    platform: { ...makeKeyPair(), publicKeyId: `PUB_KEY_ID_01${mchid}${randomDigits(18)}` },
    certificate: makePlatformCertificate(at),
  };
}

/** @throws LiveKeysConfigured when the merchant's number is not one of the stand-in's own */
export function refuseRealMerchant(mchid: string) {
  if (/^99\d{8}$/.test(mchid)) return;
  throw new LiveKeysConfigured(
    `WeChat Pay's merchant ${mchid} is configured, which may be a real one: use WeChat Pay itself, not the sandbox. The sandbox's merchants are 9900000000 to 9999999999.`,
  );
}

/** What a client of the stand-in needs. */
export const wechatPayClientKeys = ({ mchid, appids, apiV3Key, merchant, platform }: WechatPayAccount) => ({
  mchid,
  appids,
  apiV3Key,
  merchantSerialNo: merchant.serialNo,
  merchantPrivateKey: merchant.privateKey,
  publicKeyId: platform.publicKeyId,
  publicKey: platform.publicKey,
});
