import { problems } from './problemText';
import { supplierErrors } from './settlement/suppliers';

/** What settlement refuses of its own. */
export const settlementErrors = problems({
  NO_RECEIPT_YET: {
    status: 404,
    zh: '扣款后才有收据，请稍后再来',
    en: 'There is a receipt once the money was taken. Please come back later.',
  },
  PAYEE_NOT_VERIFIED: {
    status: 409,
    zh: '收款账户还没有核实，核实后即可提现',
    en: 'Where you are paid is not verified yet. Then you can ask for a payout.',
  },
  PAYOUT_WAY_NOT_OFFERED: {
    status: 409,
    zh: '这里不支持这种收款方式，请换一种',
    en: 'Nobody is paid in this way here. Choose another one.',
  },
  NOTHING_EARNED_YET: {
    status: 409,
    zh: '还没有佣金，邻居取货后即可填写',
    en: 'You have earned nothing yet. Come back when neighbours have collected.',
  },
  PAYOUT_TOO_SMALL: {
    status: 409,
    zh: '可提现的金额还不够，请再等等',
    en: 'There is too little to pay out. Wait until there is more.',
  },
  PAYOUT_LIMIT_REACHED: {
    status: 409,
    zh: '今天的提现额度已用完，请明天再提',
    en: 'You have reached the limit of this day. Ask again tomorrow.',
  },
  PAYOUT_IS_OWN: {
    status: 403,
    zh: '不能审核自己的收款，请同事审核',
    en: 'Nobody decides about their own money. Ask a colleague.',
  },
  PAYOUT_ACTION_NOT_ALLOWED: {
    status: 409,
    zh: '提现当前状态不能进行此操作，请刷新',
    en: 'The payout is not in a state that allows this. Refresh.',
  },
  NOTHING_TO_PAY_OUT: {
    status: 409,
    zh: '没有可以打款的提现，请先审核',
    en: 'Nothing can be sent now. Approve payouts first.',
  },
  HOLD_END_NOT_ALLOWED: {
    status: 409,
    zh: '暂扣要在今后 90 天内结束，请改日期',
    en: 'A hold ends within the next 90 days. Choose another day.',
  },
  BANK_ANSWER_UNREADABLE: {
    status: 409,
    zh: '银行回执有一行读不懂，请按原文件填写结果和原因',
    en: 'A line of the bank’s answer cannot be read. Fill in result and reason in the file that it got.',
  },
  DIFFERENCE_NOT_OPEN: {
    status: 409,
    zh: '这笔差异已处理，请刷新查看',
    en: 'This difference is decided already. Refresh to see it.',
  },
  ADJUSTMENT_UNBALANCED: {
    status: 409,
    zh: '调整分录借贷不平，请核对金额',
    en: 'The adjustment does not balance. Its amounts must sum to zero, with one of them at this provider.',
  },
  ADJUSTMENT_TOO_LARGE: {
    status: 409,
    zh: '调整金额超过差异，请核对',
    en: 'The adjustment is more than the difference. Adjust at most what is still different.',
  },
  ...supplierErrors,
  PERIOD_NOT_OVER: {
    status: 409,
    zh: '账期尚未结束，请在结束后的第二天再来',
    en: 'This period is not over. Please come back the day after it ends.',
  },
});
