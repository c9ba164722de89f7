import { makeKeyPair, type KeyPair } from '../kit/crypto/keyPair';
import { randomDigits, randomText } from '../kit/ids';
import { LiveKeysConfigured } from '../kit/liveKeys';

/** A merchant's app at the stand-in, with Alipay's side of the keys. Plain data, so that it can be kept. */
export type AlipayAccount = {
  appId: string;
  /** The merchant's own number (PID). */
  sellerId: string;
  app: KeyPair;
  alipay: KeyPair;
  /** Opens the controls; Alipay itself has no such thing. */
  controlKey: string;
};

/**
 * An app with keys for one start. Its number begins with 9900, as none of Alipay's does (they begin with 20, those of its own
 * sandbox with 9021).
 */
export const makeAlipayAccount = (given: { appId?: string | undefined } = {}): AlipayAccount => ({
  appId: given.appId ?? `9900${randomDigits(12)}`,
  sellerId: `9900${randomDigits(12)}`,
  app: makeKeyPair(),
  alipay: makeKeyPair(),
  controlKey: randomText(32),
});

/** @throws LiveKeysConfigured when the app's number is not one of the stand-in's own */
export function refuseRealApp(appId: string) {
  if (/^9900\d{12}$/.test(appId)) return;
  throw new LiveKeysConfigured(
    `Alipay's app ${appId} is configured, which may be a real one: use Alipay itself, not the sandbox. The sandbox's apps are 9900 and twelve digits.`,
  );
}

/** What a client of the stand-in needs; with `alipay-sdk` the private key is of `keyType` PKCS8. */
export const alipayClientKeys = ({ appId, sellerId, app, alipay, controlKey }: AlipayAccount) => ({
  appId,
  sellerId,
  appPrivateKey: app.privateKey,
  alipayPublicKey: alipay.publicKey,
  controlKey,
});
