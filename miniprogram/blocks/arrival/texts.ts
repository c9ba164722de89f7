import { defineTexts } from '@/i18n/texts';

export const arrivalTexts = defineTexts({
  zh: {
    far: '报到时手机离自提点 {distance}：{reason}',
    unplaced: '报到时没有定位',
    position_wrong: '手机定位不准',
    met_elsewhere: '换了地方交货',
    point_misplaced: '自提点位置标错了',
    other: '其他原因',
  },
  en: {
    far: 'Told from {distance} away: {reason}',
    unplaced: 'Told without a position',
    position_wrong: 'the phone’s position is wrong',
    met_elsewhere: 'handed over at another place',
    point_misplaced: 'the pickup point is wrong on the map',
    other: 'another reason',
  },
});
