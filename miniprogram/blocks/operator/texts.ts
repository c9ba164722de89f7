import { defineTexts } from '@/i18n/texts';

export const operatorTexts = defineTexts({
  zh: {
    noCity: '还没有开通城市',
    noCityDetail: '开通城市后，这里会自动出现',
    backToList: '返回列表',
    selling: '正在销售',
    notSelling: '现在没有在售的团期',
    opens: '{moment} 开始下一期',
    cutoff: '距截单',
    pickup: '{day}取货',
    groupsFormed: '已成团',
    ofBegun: '{formed} / {begun}',
  },
  en: {
    noCity: 'No city is open yet',
    noCityDetail: 'It appears here as soon as one is opened',
    backToList: 'Back to the list',
    selling: 'On sale now',
    notSelling: 'Nothing is on sale right now',
    opens: 'The next round opens {moment}',
    cutoff: 'Closes in',
    pickup: 'Collected {day}',
    groupsFormed: 'Groups formed',
    ofBegun: '{formed} of {begun}',
  },
});
