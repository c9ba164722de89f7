import { type Language } from '#shared/contracts/common';

/** What the supplier's page says; `{n}` is filled in. */
const zh = {
  title: '采购单',
  number: '单号',
  neededBy: '送达时间',
  neededByValue: '{day} 早上 {hour} 前送到仓库',
  goods: '商品',
  wanted: '需要',
  cases: '{cases} 箱 × {units}',
  unitCost: '单价',
  total: '合计',
  comes: '能到',
  note: '备注（可不填）',
  confirmAll: '全部能到',
  send: '按填写的数量答复',
  howTo: '全部能到就点第一个按钮。不够的，改数量后点第二个按钮。',
  answered: '已答复，谢谢。有变化可以再改，到货前都可以。',
  answeredShort: '已答复，谢谢。不足：{units}。有变化可以再改。',
  closed: '不能再修改答复。有问题请打电话给采购。',
  cancelled: '这张采购单已取消，请不要备货。',
  changed: '数量有变化',
  received: '已收货 {units}',
  other: 'English',
  meanwhile: '采购单刚刚有变化，请核对后重新答复。',
  wrongNumber: '请填写 0 到采购数量之间的整数。',
  gone: '链接无效',
  goneDetail: '链接已过期或已撤回。请联系采购重新发送。',
};
const en: typeof zh = {
  title: 'Purchase order',
  number: 'Number',
  neededBy: 'Needed by',
  neededByValue: '{day}, {hour} in the morning, at the warehouse',
  goods: 'Goods',
  wanted: 'Needed',
  cases: '{cases} × case of {units}',
  unitCost: 'Unit price',
  total: 'Total',
  comes: 'Comes',
  note: 'Note (optional)',
  confirmAll: 'All of it comes',
  send: 'Answer with these numbers',
  howTo:
    'If all of it comes, tap the first button. If less comes, change the numbers and tap the second one.',
  answered: 'Answered, thank you. You can change it until the goods arrive.',
  answeredShort: 'Answered, thank you. Missing: {units}. You can still change it.',
  closed: 'The answer cannot be changed any more. Please call if something is wrong.',
  cancelled: 'This purchase order is cancelled. Please deliver nothing.',
  changed: 'What we need has changed',
  received: '{units} received',
  other: '中文',
  meanwhile: 'The purchase order has just changed. Look again, then answer.',
  wrongNumber: 'Enter whole numbers from 0 to what is needed.',
  gone: 'This link does not work',
  goneDetail: 'It has ended or was withdrawn. Ask the buyer to send a new one.',
};

export type PageWords = typeof zh;

export const supplierPageTexts: Readonly<Record<Language, PageWords>> = { 'zh-CN': zh, en };

/** `{name}` in `words` replaced. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
