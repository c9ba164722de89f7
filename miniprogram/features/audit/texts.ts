import { defineTexts } from '@/i18n/texts';

export const auditScreenTexts = defineTexts({
  zh: {
    title: '变更记录',
    search: '编号：订单、路线、自提点、账号…',
    day: '日期',
    allDays: '不限日期',
    where: '业务',
    all: '全部',
    identity: '账号',
    catalog: '商品',
    orders: '订单',
    delivery: '配送',
    settlement: '财务',
    hint: '点开一条，看每个值从什么变成什么。记录连成链，改动或删除会被发现。',
  },
  en: {
    title: 'Changes',
    search: 'Id of an order, route, point, account…',
    day: 'Day',
    allDays: 'Any day',
    where: 'Where',
    all: 'All',
    identity: 'Accounts',
    catalog: 'Goods',
    orders: 'Orders',
    delivery: 'Delivery',
    settlement: 'Money',
    hint: 'Open a change to see every value before and after. Entries form a chain: what is altered or removed is noticed.',
  },
});
