import { defineTexts } from '@/i18n/texts';

export const orderTexts = defineTexts({
  zh: {
    awaiting_payment: '待付款',
    paid: '已付款',
    consolidated: '备货中',
    in_transit: '配送中',
    ready: '可取货',
    collected: '已取货',
    closed: '已完成',
    expired: '已过期',
    cancelled: '已取消',
    failed: '未送达，已退款',
    pickup: '自提',
    door: '送货上门',
  },
  en: {
    awaiting_payment: 'To be paid',
    paid: 'Paid',
    consolidated: 'Being packed',
    in_transit: 'On the way',
    ready: 'Ready to collect',
    collected: 'Collected',
    closed: 'Completed',
    expired: 'Expired',
    cancelled: 'Cancelled',
    failed: 'Not delivered, refunded',
    pickup: 'Pickup',
    door: 'To the door',
  },
});
