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
  /** The official account in whose name they pay in WeChat's browser; absent: nobody can. */
  readonly officialAppId?: string;
};

/** Whether people pay in the name of this app, to us. */
export const isOurApp = ({ appId, officialAppId }: Merchant, given: string): boolean =>
  given === appId || given === officialAppId;
