import { defineTexts } from '@/i18n/texts';

export const documentTexts = defineTexts({
  zh: {
    pdf: 'PDF',
    xlsx: 'Excel',
    csv: 'CSV',
    open: '打开 {number}（{format}）',
    corrects: '更正 {number}',
  },
  en: {
    pdf: 'PDF',
    xlsx: 'Excel',
    csv: 'CSV',
    open: 'Open {number} ({format})',
    corrects: 'corrects {number}',
  },
});
