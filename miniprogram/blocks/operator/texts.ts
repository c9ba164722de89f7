import { defineTexts } from '@/i18n/texts';

export const operatorTexts = defineTexts({
  zh: {
    noCity: '还没有开通城市',
    noCityDetail: '开通城市后，这里会自动出现',
    backToList: '返回列表',
    groupsFormed: '已成团',
    ofBegun: '{formed} / {begun}',
  },
  en: {
    noCity: 'No city is open yet',
    noCityDetail: 'It appears here as soon as one is opened',
    backToList: 'Back to the list',
    groupsFormed: 'Groups formed',
    ofBegun: '{formed} of {begun}',
  },
});
