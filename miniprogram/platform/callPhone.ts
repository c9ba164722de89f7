import Taro from '@tarojs/taro';
import { dialled } from '#shared/contracts/phone';

/** Asks the phone to call; the person confirms. An extension is dialled after a pause. */
export const callPhone = (phone: string): void => {
  Taro.makePhoneCall({ phoneNumber: dialled(phone) }).catch(() => undefined);
};
