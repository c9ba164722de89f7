import { defineTexts } from '@/i18n/texts';

export const payoutScreenTexts = defineTexts({
  zh: {
    title: '提现',
    holder: '户名',
    bank: '开户行',
    number: '账号',
    returned: '银行退回：{reason}。请核对收款账户，我们会再打一次',
  },
  en: {
    title: 'Payout',
    holder: 'Name',
    bank: 'Bank',
    number: 'Number',
    returned: 'The bank returned it: {reason}. Check where you are paid; we will send it again.',
  },
});
