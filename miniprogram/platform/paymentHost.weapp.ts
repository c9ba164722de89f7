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

const saidOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';

/** Opens WeChat's own sheet and waits until it is closed. */
export const payInHost = async (step: HostStep): Promise<HostHint> => {
  if (step.kind !== 'wechat_request_payment') return 'failed';
  const { timeStamp, nonceStr, package: prepaid, signType, paySign } = step;
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: prepaid, signType, paySign });
    return 'done';
  } catch (error) {
    return saidOf(error).includes('cancel') ? 'cancelled' : 'failed';
  }
};
