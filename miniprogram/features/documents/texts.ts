import { defineTexts } from '@/i18n/texts';

export const documentsTexts = defineTexts({
  zh: {
    title: '单据与对账单',
    kind: '种类',
    revenue_statement: '平台收入',
    leader_statement: '团长对账单',
    receipt: '收据',
    credit_note: '退款单',
    explain: '每月结束后可生成：按税率的收入、手续费、佣金和退款',
    none: '还没有这种单据',
    revenue_statement_none: '选一个已结束的月份生成',
    leader_statement_none: '团长在“对账单”里生成',
    receipt_none: '顾客在订单里打开收据时开具',
    credit_note_none: '有退款的订单开具收据时一并开具',
  },
  en: {
    title: 'Documents and statements',
    kind: 'Kind',
    revenue_statement: 'Revenue',
    leader_statement: 'Leaders’ statements',
    receipt: 'Receipts',
    credit_note: 'Credit notes',
    explain: 'Of each month that is over: revenue by rate of tax, fees, commission and refunds',
    none: 'None of this kind yet',
    revenue_statement_none: 'Choose a month that is over to make one',
    leader_statement_none: 'Leaders make them on their page of statements',
    receipt_none: 'Issued when a shopper opens the receipt of an order',
    credit_note_none: 'Issued with the receipt of an order that has refunds',
  },
});
