import { defineTexts } from '@/i18n/texts';

export const discrepancyTexts = defineTexts({
  zh: {
    agreed: '骑手已确认',
    disagreed: '骑手有异议',
    unanswered: '等骑手答复',
  },
  en: {
    agreed: 'Courier agrees',
    disagreed: 'Courier disagrees',
    unanswered: 'Waits for the courier',
  },
});
