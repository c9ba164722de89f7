import type { Language } from './shell';

export type Wallet = 'wechat_pay' | 'alipay';

const chinese = {
  wechat_pay: '微信支付',
  alipay: '支付宝',
  merchant: '邻团 Lintuan',
  sandbox: '演示收银台，不会真实扣款',
  amount: '支付金额',
  pay: '确认支付',
  decline: '取消支付',
  paid: '支付成功',
  paidText: '谢谢，邻团已收到您的付款。',
  closed: '订单已关闭',
  closedText: '这笔付款已关闭，不会扣款。',
  back: '返回邻团',
  notFound: '找不到这笔付款',
  notFoundText: '链接不完整或已失效，请回到邻团重新打开。',
  language: 'English',
};

const english: typeof chinese = {
  wechat_pay: 'WeChat Pay',
  alipay: 'Alipay',
  merchant: '邻团 Lintuan',
  sandbox: 'Demo checkout: no real money moves',
  amount: 'Amount',
  pay: 'Pay',
  decline: 'Cancel',
  paid: 'Paid',
  paidText: 'Thank you. Lintuan has received your payment.',
  closed: 'Payment closed',
  closedText: 'This payment was closed and will not be charged.',
  back: 'Back to Lintuan',
  notFound: 'Payment not found',
  notFoundText: 'The link is incomplete or no longer valid. Please open it again from Lintuan.',
  language: '中文',
};

/** The words of the wallets' pages. */
export const cashierTexts = (language: Language) => (language === 'zh-CN' ? chinese : english);
