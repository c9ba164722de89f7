import Taro from '@tarojs/taro';
import { target } from './config';

/** Whether this is WeChat, where its own account signs in with one tap. */
export const hasWechat = target === 'weapp';

/** A single-use code of the WeChat account. */
export const wechatCode = async (): Promise<string> => (await Taro.login()).code;
