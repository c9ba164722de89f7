export {
  createStripeSandbox,
  type StripeSandbox,
  type StripeSandboxOptions,
} from './stripe/createStripeSandbox';
export { LiveKeysConfigured, makeStripeKeys, refuseLiveKeys, type StripeKeys } from './stripe/keys';
export {
  createWechatSandbox,
  type WechatSandbox,
  type WechatSandboxOptions,
} from './wechat/createWechatSandbox';
