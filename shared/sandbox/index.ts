export { alipayClientKeys, makeAlipayAccount } from './alipay/account';
export { createAlipaySandbox } from './alipay/createAlipaySandbox';
export { keptAccount } from './kit/keptAccount';
export { makeWechatPayAccount, wechatPayClientKeys } from './wechatpay/account';
export { createWechatPaySandbox } from './wechatpay/createWechatPaySandbox';
export { createStripeSandbox } from './stripe/createStripeSandbox';
export { makeStripeKeys } from './stripe/keys';
export { createWechatSandbox } from './wechat/createWechatSandbox';
