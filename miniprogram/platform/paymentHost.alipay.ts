import { type HostHint, type HostStep, type PayerCode, type PaymentHost } from './paymentHostTypes';

type Answers<Answer> = { readonly success: (answer: Answer) => void; readonly fail: () => void };
/** The part of Alipay's own `my` that pays. */
declare const my: {
  getAuthCode: (options: { readonly scopes: string } & Answers<{ readonly authCode?: string }>) => void;
  tradePay: (
    options: { readonly tradeNO: string } & Answers<{ readonly resultCode?: string | number }>,
  ) => void;
};

export const paymentHost = (): PaymentHost => 'alipay_mini_program';

/** Says whose Alipay this is, without asking the person for anything. */
export const payerCode = (): Promise<PayerCode> =>
  new Promise((resolve) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => resolve(authCode === undefined ? {} : { authCode }),
      fail: () => resolve({}),
    });
  });

/** opendocs.alipay.com, my.tradePay: 8000 and 6004 are not decided yet, and 6002 lost the connection. */
const hints: Readonly<Record<string, HostHint>> = {
  9000: 'done',
  8000: 'done',
  6004: 'done',
  6002: 'done',
  6001: 'cancelled',
};

/** Opens Alipay's own sheet and waits until it is closed. */
export const payInHost = async (step: HostStep): Promise<HostHint> => {
  if (step.kind !== 'alipay_trade_pay') return 'failed';
  return new Promise((resolve) => {
    my.tradePay({
      tradeNO: step.tradeNo,
      success: ({ resultCode }) => resolve(hints[String(resultCode)] ?? 'failed'),
      fail: () => resolve('failed'),
    });
  });
};
