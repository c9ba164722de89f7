import Taro from '@tarojs/taro';

/** Text under a key that survives restarts; a full or forbidden storage is treated as an empty one. */
export const storage = {
  get(key: string): string | undefined {
    try {
      const value: unknown = Taro.getStorageSync(key);
      return typeof value === 'string' && value !== '' ? value : undefined;
    } catch {
      return undefined;
    }
  },
  set(key: string, value: string): void {
    try {
      Taro.setStorageSync(key, value);
    } catch {
      // Full or forbidden: the app works on, it only forgets.
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing was kept.
    }
  },
};
