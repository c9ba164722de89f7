import { defineTexts } from '@/i18n/texts';

export const photoTexts = defineTexts({
  zh: {
    take: '拍一张照片',
    again: '重拍',
    needed: '需要一张照片',
    alt: '拍下的照片',
    unreadable: '照片打不开，请重拍',
    note: '补充说明',
  },
  en: {
    take: 'Take a photo',
    again: 'Take another one',
    needed: 'One photo is needed',
    alt: 'The photo taken',
    unreadable: 'This photo cannot be opened. Take another one.',
    note: 'Anything to add',
  },
});
