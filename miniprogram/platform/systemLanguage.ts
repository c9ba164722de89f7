import Taro from '@tarojs/taro';

/** The phone's language as a tag, `zh_CN` or `en`. */
export const systemLanguage = (): string => {
  const { language } = Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : Taro.getSystemInfoSync();
  return language;
};
