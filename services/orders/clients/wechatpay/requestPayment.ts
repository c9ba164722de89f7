import { type PaymentStep } from '#shared/contracts/orders/paymentViews';
import { type Merchant } from './merchant';
import { newNonce, signedLines, unixSeconds } from './signing';

/**
 * The parameters of `wx.requestPayment`, and of `getBrandWCPayRequest` in WeChat's browser.
 * Documentation: pay.weixin.qq.com, 小程序调起支付 (/doc/v3/merchant/4012791898), JSAPI调起支付 (4012791857).
 */
export function requestPayment(
  { privateKey, appId }: Pick<Merchant, 'privateKey' | 'appId'>,
  prepayId: string,
  at: Date,
): PaymentStep {
  const [timeStamp, nonceStr, packed] = [unixSeconds(at), newNonce(), `prepay_id=${prepayId}`];
  return {
    kind: 'wechat_request_payment',
    appId,
    timeStamp,
    nonceStr,
    package: packed,
    signType: 'RSA',
    paySign: signedLines([appId, timeStamp, nonceStr, packed], privateKey),
  };
}
