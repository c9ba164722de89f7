import Taro from '@tarojs/taro';
import { type HostHint, type HostStep, type PayerCode, type PaymentHost } from './paymentHostTypes';
import { wechatCode } from './wechatSignIn';

export const paymentHost = (): PaymentHost => 'wechat_mini_program';

/** Says whose WeChat this is, also of who signed in by phone. */
export const payerCode = async (): Promise<PayerCode> => {
  try {
    return { loginCode: await wechatCode() };
  } catch {
    return {};
  }
};

/** Opens WeChat's own sheet and waits until it is closed. Taro makes no promise of this function, so it is asked to call back. */
export const payInHost = async (step: HostStep): Promise<HostHint> => {
  if (step.kind !== 'wechat_request_payment') return 'failed';
  const { timeStamp, nonceStr, package: prepaid, signType, paySign } = step;
  return new Promise((resolve) => {
    void Taro.requestPayment({
      ...{ timeStamp, nonceStr, package: prepaid, signType, paySign },
      success: () => resolve('done'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'),
    });
  });
};
