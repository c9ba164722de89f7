import { createPrivateKey, createPublicKey } from 'node:crypto';
import { type wechatPayClientKeys } from '#shared/sandbox/wechatpay/account';
import { type WechatPayOptions } from './wechatPayments';

/** What our client is set up with to reach the stand-in at `apiUrl`. */
export const settingsOfStandIn = (keys: ReturnType<typeof wechatPayClientKeys>, apiUrl: string) =>
  ({
    mchid: keys.mchid,
    appId: keys.appids.miniProgram,
    officialAppId: keys.appids.officialAccount,
    privateKey: createPrivateKey(keys.merchantPrivateKey),
    serialNo: keys.merchantSerialNo,
    apiV3Key: keys.apiV3Key,
    publicKey: { id: keys.publicKeyId, key: createPublicKey(keys.publicKey) },
    apiUrl,
  }) satisfies Partial<WechatPayOptions>;
