import Taro from '@tarojs/taro';

/** Brings a field into sight. */
export const showField = (id: string): void => {
  void Taro.pageScrollTo({ selector: `#${id}`, duration: 200 });
};
