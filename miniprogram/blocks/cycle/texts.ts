import { defineTexts } from '@/i18n/texts';

export const cycleTexts = defineTexts({
  zh: {
    city: '城市',
    cycle: '团期',
    planned: '未开始',
    open: '销售中',
    closed: '已截单',
    named: '{day}取货 · {state}',
    noCycle: '还没有团期',
    noCycleDetail: '先安排一期，再上架商品',
    plan: '安排团期',
  },
  en: {
    city: 'City',
    cycle: 'Round',
    planned: 'Planned',
    open: 'Open',
    closed: 'Closed',
    named: 'Pickup {day} · {state}',
    noCycle: 'No round yet',
    noCycleDetail: 'Plan a round first, then put offers on sale',
    plan: 'Plan a round',
  },
});
