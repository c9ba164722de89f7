import { defineTexts } from '@/i18n/texts';

export const notFoundTexts = defineTexts({
  zh: {
    title: '没有这个页面',
    nothing: '这个链接打不开',
    detail: '它可能已失效，或输入有误。首页有今天的商品。',
    home: '去首页',
  },
  en: {
    title: 'No such page',
    nothing: 'This link leads nowhere',
    detail: 'It may be old or mistyped. Today’s goods are on the first page.',
    home: 'Go to the first page',
  },
});
