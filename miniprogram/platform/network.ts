import Taro from '@tarojs/taro';

/** Tells `listen` whether there is a network: now, and whenever that changes. */
export const watchNetwork = (listen: (online: boolean) => void): void => {
  void Taro.getNetworkType({ success: ({ networkType }) => listen(networkType !== 'none') });
  Taro.onNetworkStatusChange(({ isConnected }) => listen(isConnected));
};
