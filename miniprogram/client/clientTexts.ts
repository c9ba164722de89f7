import { defineTexts } from '@/i18n/texts';

export const clientTexts = defineTexts({
  zh: {
    offline: '连不上服务器，请检查网络',
    timedOut: '等待太久没有回应，请稍后再试',
    unexpected: '出了点意外，请稍后再试',
  },
  en: {
    offline: 'We cannot reach the server. Check your connection.',
    timedOut: 'That took too long. Please try again shortly.',
    unexpected: 'Something unexpected happened. Please try again.',
  },
});
