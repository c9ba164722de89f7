export { createStripeSandbox } from './stripe/createStripeSandbox';
export { makeStripeKeys } from './stripe/keys';
export { createWechatSandbox } from './wechat/createWechatSandbox';
