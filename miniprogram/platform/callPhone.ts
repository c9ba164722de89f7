import Taro from '@tarojs/taro';

/** Asks the phone to call; the person confirms. */
export const callPhone = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
};
