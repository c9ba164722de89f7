import Taro from '@tarojs/taro';

/** Whether the platform can read codes with the camera. */
export const canScan = true as boolean;

/** Lets the person scan a code; nothing when they changed their mind. */
export const scanCode = async (): Promise<string | undefined> => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] });
    return result;
  } catch {
    return undefined;
  }
};
