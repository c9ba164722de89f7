import type { Language } from '../../kit/page/shell';

/** The words of the payment page, in both languages. */
const chinese = {
  title: '收银台 · 邻团',
  merchant: '邻团 Lintuan',
  sandbox: '演示收银台，不会真实扣款',
  amount: '支付金额',
  method: '支付方式',
  card: '银行卡',
  alipay: '支付宝',
  wechat_pay: '微信支付',
  cardNumber: '测试卡号',
  cardHint:
    '4242 4242 4242 4242 支付成功；4000 0000 0000 0002 被拒绝；4000 0000 0000 9995 余额不足；4000 0025 0000 3155 需要验证',
  authenticate: '银行需要您确认这笔付款。',
  pay: '确认支付',
  confirm: '确认付款',
  decline: '拒绝',
  paid: '支付成功',
  paidText: '谢谢，邻团已收到您的付款。',
  held: '已授权',
  heldText: '称重后按实际金额扣款，不会超过此金额。',
  failed: '支付未完成',
  failedText: '没有扣款，可以再试一次。',
  canceled: '订单已取消',
  canceledText: '这笔付款已取消，不会扣款。',
  back: '返回邻团',
  again: '再试一次',
  notFound: '找不到这笔付款',
  notFoundText: '链接不完整或已失效，请回到邻团重新打开。',
  language: 'English',
};

const english: typeof chinese = {
  title: 'Checkout · Lintuan',
  merchant: '邻团 Lintuan',
  sandbox: 'Demo checkout: no real money moves',
  amount: 'Amount',
  method: 'Payment method',
  card: 'Bank card',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
  cardNumber: 'Test card number',
  cardHint:
    '4242 4242 4242 4242 is paid; 4000 0000 0000 0002 is declined; 4000 0000 0000 9995 has no funds; 4000 0025 0000 3155 asks you to confirm',
  authenticate: 'Your bank asks you to confirm this payment.',
  pay: 'Pay',
  confirm: 'Confirm payment',
  decline: 'Decline',
  paid: 'Paid',
  paidText: 'Thank you. Lintuan has received your payment.',
  held: 'Authorised',
  heldText: 'You are charged for the real weight after weighing, never more than this.',
  failed: 'Not paid',
  failedText: 'Nothing was charged. You can try again.',
  canceled: 'Canceled',
  canceledText: 'This payment was canceled and will not be charged.',
  back: 'Back to Lintuan',
  again: 'Try again',
  notFound: 'Payment not found',
  notFoundText: 'The link is incomplete or no longer valid. Please open it again from Lintuan.',
  language: '中文',
};

export type Texts = typeof chinese;

export const textsIn = (language: Language): Texts => (language === 'zh-CN' ? chinese : english);
