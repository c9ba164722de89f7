import { defineTexts, translator } from './texts';

const texts = defineTexts({
  zh: { plain: '订单', stock: '仅剩 {n} 份', greeting: '{name}，共 {n} 单' },
  en: { plain: 'Orders', stock: '{n} left', greeting: '{name}, {n} {n|order|orders}' },
});

test('fills in parameters', () => {
  expect(translator(texts, 'zh-CN')('stock', { n: 3 })).toBe('仅剩 3 份');
});

test('tells thousands apart, but leaves what is no count', () => {
  const t = translator(texts, 'en');
  expect(t('greeting', { name: '13800000001', n: 12500 })).toBe('13800000001, 12,500 orders');
  expect(t('stock', { n: -1.2345 })).toBe('-1.2345 left');
});

test('picks singular and plural in English', () => {
  const t = translator(texts, 'en');
  expect(t('greeting', { name: 'Li', n: 1 })).toBe('Li, 1 order');
  expect(t('greeting', { name: 'Li', n: 0 })).toBe('Li, 0 orders');
});

test('needs no parameters where the text has none', () => {
  expect(translator(texts, 'en')('plain')).toBe('Orders');
});
