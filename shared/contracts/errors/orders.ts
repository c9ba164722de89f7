import { problems } from './problemText';

export const ordersErrors = problems({
  PRICE_CHANGED: {
    status: 409,
    zh: '价格有变化，请确认新的价格',
    en: 'The price has changed. Please check the new one.',
  },
  BELOW_MINIMUM_ORDER: {
    status: 409,
    zh: '未达起送金额，请再加一些商品',
    en: 'This is too little for an order. Please add something.',
  },
  TOO_MANY_UNPAID_ORDERS: {
    status: 409,
    zh: '未付款的订单太多，请先付款或取消这些订单',
    en: 'You have too many unpaid orders. Pay or cancel your open orders first.',
  },
  ORDER_TOO_LARGE: {
    status: 409,
    zh: '一单的件数太多，请减少数量，付款后再下一单',
    en: 'These are too many units for one order. Order fewer, pay, then order the rest.',
  },
  TOO_MANY_ORDERS: {
    status: 429,
    zh: '下单太频繁，请十分钟后再下单',
    en: 'You have placed many orders just now. Wait ten minutes, then order again.',
  },
  ORDER_ACTION_NOT_ALLOWED: {
    status: 409,
    zh: '订单当前状态不能进行此操作',
    en: 'The order is not in a state that allows this.',
  },
  ORDER_KEY_SPENT: {
    status: 409,
    zh: '下单请求已过期，请重新下单',
    en: 'This attempt has expired. Please order again.',
  },
  PAYMENT_WINDOW_CLOSED: {
    status: 409,
    zh: '付款时间已过，请重新下单',
    en: 'The time to pay is over. Please order again.',
  },
  PAYMENT_DECLINED: {
    status: 402,
    zh: '付款未成功，请换一种方式',
    en: 'The payment did not go through. Try another way to pay.',
  },
  PAYMENT_PROCESSING: {
    status: 409,
    zh: '银行正在处理付款，请稍候查看结果',
    en: 'The bank is handling the payment. Wait a moment and look again.',
  },
  PAYMENT_METHOD_NOT_OFFERED: {
    status: 409,
    zh: '这里不能用这种方式付款，请换一种',
    en: 'This way to pay is not offered here. Choose another one.',
  },
  PAYER_UNKNOWN: {
    status: 409,
    zh: '未能确认付款账号，请重新点击付款',
    en: 'It is not known whose wallet pays. Tap “Pay” again.',
  },
  PICKUP_POINT_CLOSED: {
    status: 409,
    zh: '该自提点暂停服务，请换一个',
    en: 'This pickup point takes no orders right now. Choose another one.',
  },
  PAYMENT_UNAVAILABLE: {
    status: 503,
    zh: '支付服务暂时不可用，请稍后再试',
    en: 'Payments are not available right now. Please try again shortly.',
  },
  STATEMENT_DAY_NOT_OVER: {
    status: 409,
    zh: '这一天还没有结束，次日再对账',
    en: 'That day is not over yet. Close it on the next day.',
  },
  WEBHOOK_REFUSED: { status: 400, zh: '回调签名无效', en: 'The webhook signature is not valid.' },
  CYCLE_STILL_OPEN: { status: 409, zh: '还没到截单时间', en: 'Cutoff has not passed yet.' },
  CONSOLIDATION_SUPERSEDED: {
    status: 409,
    zh: '该汇总已被新版本取代',
    en: 'A newer version of this consolidation exists.',
  },
  REFUND_TOO_LARGE: {
    status: 409,
    zh: '退款超过已付金额',
    en: 'A refund cannot be more than what was paid.',
  },
  CLAIM_NOT_COLLECTED: {
    status: 409,
    zh: '这一单还没有取货；少了或没收到，请联系团长',
    en: 'This order was not collected yet. If something is missing, call the leader.',
  },
  CLAIM_WINDOW_OVER: {
    status: 409,
    zh: '售后时间已过；如有特殊情况，请联系客服',
    en: 'The time to claim for this is over. Call our people if there is a reason.',
  },
  CLAIM_EXISTS: {
    status: 409,
    zh: '这件商品已按同样的原因申请过，请查看那一条的进度',
    en: 'There is a claim for this line and cause already. Look at that one.',
  },
  CLAIM_NOTHING_LEFT: {
    status: 409,
    zh: '这件商品的钱已全部退回或正在退回',
    en: 'All that was paid for this line went back already, or is on its way.',
  },
  CLAIM_TOO_MUCH: {
    status: 409,
    zh: '超过了这件商品还能退的数量或金额，请改小',
    en: 'This is more than can still go back for the line. Choose less.',
  },
  CLAIM_LESS_THAN_PAID: {
    status: 409,
    zh: '已经退给顾客的金额不能减少',
    en: 'What went back already cannot be lowered. Choose at least that much.',
  },
  CLAIM_PHOTO_MISSING: {
    status: 409,
    zh: '请拍一张照片再提交',
    en: 'Take a photo of it, then send the claim.',
  },
  CLAIM_PHOTO_UNKNOWN: {
    status: 409,
    zh: '找不到这张照片，请重新拍一张',
    en: 'This photo is not one of yours for this order. Take it again.',
  },
  CLAIM_PHOTO_USED: {
    status: 409,
    zh: '这张照片已用于另一条申请，请重新拍一张',
    en: 'This photo belongs to another claim. Take a new one.',
  },
  CLAIM_ALREADY_DECIDED: {
    status: 409,
    zh: '这条申请已有结果，请刷新查看',
    en: 'This claim was decided already. Look at it again.',
  },
  CLAIM_NO_APPEAL: {
    status: 409,
    zh: '现在不能申诉：已全额退款、已申诉过，或申诉时间已过',
    en: 'There is no appeal now: it was granted in whole, appealed before, or the time for it is over.',
  },
  PAYER_NOT_NAMED: {
    status: 409,
    zh: '不能确定由谁承担：请选择其他承担方，或按供应商分开退款',
    en: 'It is not clear who that is. Choose another payer, or refund each supplier’s goods separately.',
  },
  REFUND_TOO_SMALL: {
    status: 409,
    zh: '不送的商品须全额退款',
    en: 'Goods that do not come are refunded in whole.',
  },
  WEIGHT_ALREADY_KNOWN: {
    status: 409,
    zh: '已按原重量收款，只能改轻，差价会退回',
    en: 'It was charged by its weight: only a lower one can be recorded, and the difference is refunded.',
  },
  DOOR_IN_OTHER_CITY: {
    status: 409,
    zh: '这个地址在别的城市，请选择本城市的地址',
    en: 'This address is in another city. Choose one in the city of this order.',
  },
  WEIGHT_UNUSUAL: {
    status: 409,
    zh: '重量与标称相差太大，请核对；无误请确认',
    en: 'This weight is far from the nominal one. Check it, and confirm it if it is right.',
  },
});
