import { type KeyObject } from 'node:crypto';

/** Who we are to WeChat Pay. */
export type Merchant = {
  readonly mchid: string;
  /** Serial number of the certificate that belongs to `privateKey`. */
  readonly serialNo: string;
  readonly privateKey: KeyObject;
  /** 32 bytes: what WeChat Pay tells us is encrypted by it. */
  readonly apiV3Key: string;
  /** By which WeChat Pay signs; absent for merchants that still verify by its certificates. */
  readonly publicKey?: { readonly id: string; readonly key: KeyObject };
  /** The app that people pay in. */
  readonly appId: string;
};
