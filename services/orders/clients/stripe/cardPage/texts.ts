import { type Language } from '#shared/contracts/common';

type Words = Readonly<
  Record<'title' | 'detail' | 'pay' | 'paying' | 'back' | 'unreachable' | 'incomplete', string>
>;

/** What the page says. */
export const cardPageTexts: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    title: '银行卡付款',
    detail: '现在只做预授权，称重后按实际金额扣款。',
    pay: '付款',
    paying: '正在付款…',
    back: '返回订单',
    unreachable: '连不上支付服务。请检查网络后刷新本页。',
    incomplete: '这个付款链接不完整。请回到订单重新付款。',
  },
  en: {
    title: 'Pay by card',
    detail: 'The amount is only reserved now and charged for the real weight.',
    pay: 'Pay',
    paying: 'Paying …',
    back: 'Back to the order',
    unreachable: 'The payment service cannot be reached. Check your connection and reload this page.',
    incomplete: 'This payment link is incomplete. Go back to the order and pay again.',
  },
};
