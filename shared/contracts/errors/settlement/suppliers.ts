import { problems } from '../problemText';

/** What is refused about purchase orders, goods that come, and suppliers' accounts. */
export const supplierErrors = problems({
  SUPPLIER_HAS_NO_EMAIL: {
    status: 409,
    zh: '该供应商没有邮箱，请先填写邮箱，或复制链接发给对方',
    en: 'This supplier has no e-mail address. Enter one, or copy the link and pass it on.',
  },
  SENT_TOO_OFTEN: {
    status: 409,
    zh: '这张采购单已发送多次，请打电话给供应商',
    en: 'This purchase order was sent many times. Call the supplier.',
  },
  PURCHASE_CANCELLED: {
    status: 409,
    zh: '这张采购单已取消，不用再采购',
    en: 'This purchase order is cancelled: nothing of it is needed any more.',
  },
  ANSWER_TOO_LATE: {
    status: 409,
    zh: '已过答复时间或货已到，请打电话联系',
    en: 'It is too late to answer, or goods have come already. Call instead.',
  },
  ANSWER_EXCEEDS_ORDER: {
    status: 409,
    zh: '不能超过采购数量，请核对',
    en: 'No more can come than was ordered. Check the numbers.',
  },
  RECEIPT_EXCEEDS_ORDER: {
    status: 409,
    zh: '收货数量超过采购数量，多余的请退回或核对',
    en: 'This is more than was ordered. Count again, or send the rest back.',
  },
  GOODS_TOO_WARM: {
    status: 409,
    zh: '温度过高，请核对；仍要收货请确认',
    en: 'These goods are too warm. Measure again, or confirm that you take them.',
  },
  TEMPERATURE_MISSING: {
    status: 409,
    zh: '冷藏、冷冻商品请填写温度',
    en: 'Enter the temperature of chilled and frozen goods.',
  },
  LOT_NOT_OF_GOODS: {
    status: 409,
    zh: '该批次不是这种商品，请重新选择',
    en: 'This lot is of other goods. Choose another one.',
  },
  TOO_MANY_RECEIPTS: {
    status: 409,
    zh: '这张采购单的收货和更正太多，不能再增加',
    en: 'This purchase order has too many receipts and corrections to add another one.',
  },
  NOTHING_TO_CORRECT: {
    status: 409,
    zh: '数量没有变化，无需更正',
    en: 'These numbers are what was recorded: there is nothing to correct.',
  },
  PERIOD_TOO_LONG: {
    status: 409,
    zh: '对账期最多 31 天，且开始日期不能晚于结束日期',
    en: 'A period has at most 31 days and ends no sooner than it begins.',
  },
  PAYMENT_ABOVE_OWED: {
    status: 409,
    zh: '付款超过应付金额，请核对',
    en: 'This is more than is owed to the supplier. Check the amount.',
  },
  PAYMENT_DAY_AHEAD: {
    status: 409,
    zh: '付款日期不能晚于今天',
    en: 'A payment cannot have been made on a day that lies ahead.',
  },
  PAYMENT_IS_REVERSAL: {
    status: 409,
    zh: '这是一笔冲销，请重新登记付款',
    en: 'This is a reversal itself. Record the payment again instead.',
  },
});
