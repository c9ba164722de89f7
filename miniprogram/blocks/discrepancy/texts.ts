import { defineTexts } from '@/i18n/texts';

export const discrepancyTexts = defineTexts({
  zh: {
    agreed: '骑手已确认',
    disagreed: '骑手有异议',
    unanswered: '等骑手答复',
    platform: '已裁定由平台承担：{reason}',
    supplier: '已裁定由供应商承担：{reason}',
    courier: '已裁定由骑手承担：{reason}',
    leader: '已裁定由团长承担：{reason}',
  },
  en: {
    agreed: 'Courier agrees',
    disagreed: 'Courier disagrees',
    unanswered: 'Waits for the courier',
    platform: 'Decided: the platform bears it. {reason}',
    supplier: 'Decided: the supplier bears it. {reason}',
    courier: 'Decided: the courier bears it. {reason}',
    leader: 'Decided: the leader bears it. {reason}',
  },
});
