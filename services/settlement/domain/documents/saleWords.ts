import { type Bilingual } from '#shared/contracts/common';
import { type RefundReason } from '#shared/contracts/events/orders';
import { type PaymentMethod } from '#shared/contracts/orders/paymentViews';
import { words } from './columns';

export const methodWords: Readonly<Record<PaymentMethod, Bilingual>> = {
  card: words('银行卡', 'Card'),
  wechat_pay: words('微信支付', 'WeChat Pay'),
  alipay: words('支付宝', 'Alipay'),
};

export const reasonWords: Readonly<Record<RefundReason, Bilingual>> = {
  cancelled_by_shopper: words('顾客取消', 'Cancelled by the shopper'),
  group_not_formed: words('未成团', 'The group did not form'),
  tier_price_reached: words('达到阶梯价', 'A cheaper tier was reached'),
  weight_difference: words('重量差额', 'Difference in weight'),
  supplier_minimum: words('未达供应商起订量', 'Below the supplier’s minimum'),
  supplier_shortage: words('供应商缺货', 'The supplier was short'),
  shortage_at_handover: words('交接短缺', 'Short at handover'),
  paid_too_late: words('付款过晚', 'Paid too late'),
  out_of_stock_after_payment: words('付款后缺货', 'Out of stock after payment'),
  overdue: words('超时未取', 'Not collected in time'),
  not_delivered: words('未送达', 'Not delivered'),
  granted_by_operator: words('客服退款', 'Granted by the merchant'),
  claim: words('售后理赔', 'Claim'),
  goodwill: words('好意补偿', 'Goodwill'),
  line_cancelled: words('商品取消', 'Line cancelled'),
  recalled: words('召回', 'Recalled'),
};
