import { CityId } from '#shared/contracts/ids';

const cityId = CityId.parse('cit_hangzhou');

/** What neighbours of the demo write who want to lead a pickup point. */
export const demoApplications = [
  {
    cityId,
    place: '申花郡南门便利店',
    address: '杭州市拱墅区申花路 88 号 1 幢底商',
    position: { lng: 120.1176, lat: 30.3142 },
    coldStorage: true,
    message: '我在小区开便利店五年了，有一台立式冷柜，早上六点半就开门。',
  },
  {
    cityId,
    place: '嘉绿苑 12 幢架空层',
    address: '杭州市西湖区文二西路嘉绿苑 12 幢',
    position: { lng: 120.1123, lat: 30.2867 },
    coldStorage: false,
    message: '业主群有四百多人，大家常一起拼水果。',
  },
] as const;
