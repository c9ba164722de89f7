import { defineTexts } from '@/i18n/texts';

export const commissionTexts = defineTexts({
  zh: {
    title: '佣金',
    withdrawable: '可提现',
    pending: '待结算',
    total: '合计',
    explain: '邻居的售后期过后次日可提现；退款会扣回对应佣金',
    entries: '明细',
    none: '还没有佣金',
    noneDetail: '邻居取货后，佣金会记在这里',
    accrual: '佣金',
    reversal: '退款扣回',
    of: '{base} 的 {percent}% · 订单尾号 {order}',
    from: '{moment} 起可提现',
  },
  en: {
    title: 'Commission',
    withdrawable: 'Withdrawable',
    pending: 'Pending',
    total: 'Total',
    explain:
      'Withdrawable the day after the neighbours’ claim time has passed; refunds take their share back',
    entries: 'Entries',
    none: 'No commission yet',
    noneDetail: 'It is entered here when neighbours have collected',
    accrual: 'Commission',
    reversal: 'Taken back for a refund',
    of: '{percent}% of {base} · order …{order}',
    from: 'Withdrawable from {moment}',
  },
});
