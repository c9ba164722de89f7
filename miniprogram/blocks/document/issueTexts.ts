import { defineTexts } from '@/i18n/texts';

export const issueTexts = defineTexts({
  zh: { month: '账期', issue: '生成对账单' },
  en: { month: 'Month', issue: 'Make the statement' },
});
