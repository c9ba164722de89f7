import { defineTexts } from '@/i18n/texts';

export const queueTexts = defineTexts({
  zh: {
    waiting: '{n} 项操作已保存在手机，有信号时自动上传',
    sendNow: '现在上传',
    refused: '“{label}”没有被接受',
    doneAt: '操作时间 {time}',
    retry: '再试一次',
    dismiss: '知道了',
  },
  en: {
    waiting: '{n} {n|action is|actions are} saved on this phone and will be sent when there is a signal',
    sendNow: 'Send now',
    refused: '“{label}” was not accepted',
    doneAt: 'Done at {time}',
    retry: 'Try again',
    dismiss: 'Got it',
  },
});
