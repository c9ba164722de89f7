import { type alipayClientKeys } from '#shared/sandbox/alipay/account';
import { type AlipayOptions } from './alipayPayments';

/** What our client is set up with to reach the stand-in at `url`. */
export const settingsOfStandIn = (
  { appId, sellerId, appPrivateKey, alipayPublicKey }: ReturnType<typeof alipayClientKeys>,
  url: string,
) =>
  ({
    ...{ appId, sellerId, alipayPublicKey, privateKey: appPrivateKey },
    gatewayUrl: `${url}/gateway.do`,
  }) satisfies Partial<AlipayOptions>;
