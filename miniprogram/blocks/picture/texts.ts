import { defineTexts } from '@/i18n/texts';

export const pictureTexts = defineTexts({
  zh: { uploading: '正在上传 {n}%' },
  en: { uploading: 'Sending {n}%' },
});
