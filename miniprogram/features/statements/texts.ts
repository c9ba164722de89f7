import { defineTexts } from '@/i18n/texts';

export const statementTexts = defineTexts({
  zh: {
    title: '对账单',
    explain: '每月结束后可生成：佣金明细、转账、期初和期末余额',
    none: '还没有对账单',
    noneDetail: '选一个已结束的月份，生成后会记在这里',
  },
  en: {
    title: 'Statements',
    explain: 'Of each month that is over: commission line by line, payouts, the balance before and after',
    none: 'No statements yet',
    noneDetail: 'Choose a month that is over; its statement is kept here',
  },
});
