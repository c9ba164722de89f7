import { defineTexts } from '@/i18n/texts';

export const leaderTexts = defineTexts({
  zh: {
    noPoint: '您还没有自提点',
    noPointDetail: '运营开通后，这里会自动出现',
    choosePoint: '选择自提点',
  },
  en: {
    noPoint: 'No pickup point is yours yet',
    noPointDetail: 'It appears here as soon as an operator has opened it',
    choosePoint: 'Choose a pickup point',
  },
});
