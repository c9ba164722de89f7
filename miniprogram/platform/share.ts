import Taro from '@tarojs/taro';

/** Mini programs share through their own menu, with the page's share card. */
export const canShareNatively = (): boolean => false;

export const shareNatively = (_title: string, _url: string): Promise<void> => Promise.resolve();

/** Puts text on the clipboard; tells whether it did. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
};
