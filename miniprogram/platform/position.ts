import Taro from '@tarojs/taro';

type Position = { readonly lat: number; readonly lng: number };

/** Where this device is, asked of the person; nothing when refused or unknown. */
export const findPosition = async (): Promise<Position | undefined> => {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' });
    return { lat: latitude, lng: longitude };
  } catch {
    return undefined;
  }
};
