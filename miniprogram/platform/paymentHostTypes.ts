/** Where a person pays: it decides which ways to pay there are. */
export type PaymentHost =
  'wechat_mini_program' | 'wechat_browser' | 'alipay_mini_program' | 'phone_browser' | 'desktop_browser';

/** What tells a wallet whose it is; works once. Empty where nobody needs it, or the host does not tell. */
export type PayerCode = { readonly loginCode?: string; readonly authCode?: string };

/** What a host does itself, without another page. */
export type HostStep =
  | {
      readonly kind: 'wechat_request_payment';
      readonly appId: string;
      readonly timeStamp: string;
      readonly nonceStr: string;
      readonly package: string;
      readonly signType: 'RSA';
      readonly paySign: string;
    }
  | { readonly kind: 'alipay_trade_pay'; readonly tradeNo: string };

/** What a host says of a payment: only a hint, which may be wrong or never come. Ask the service for the truth. */
export type HostHint = 'done' | 'cancelled' | 'failed';
