import { type Bilingual, type Position } from '../../../shared/contracts/common';

/** The city of the demo's days: apart from the demo data's own, so that its cycles can be minutes long. */
export const cityName: Bilingual = { zh: '演示城', en: 'Demo Day City' };
export const timeZone = 'Asia/Shanghai';
export const centre: Position = { lng: 120.17, lat: 30.26 };

export const warehouse = {
  kind: 'central',
  name: { zh: '演示中心仓', en: 'Demo central warehouse' },
  address: '演示大道 1 号',
  position: { lng: 120.165, lat: 30.262 },
} as const;

type PointPlan = {
  readonly name: Bilingual;
  readonly address: string;
  readonly position: Position;
  /** Phone of the demo leader who runs it; the last one is led by a neighbour who applies today. */
  readonly leaderPhone?: string;
  /** How many neighbours order here. */
  readonly neighbours: number;
};

export const points: readonly PointPlan[] = [
  {
    name: { zh: '梧桐苑', en: 'Sycamore Court' },
    address: '梧桐路 18 号',
    position: { lng: 120.169, lat: 30.2645 },
    leaderPhone: '13800010058',
    neighbours: 17,
  },
  {
    name: { zh: '荷塘里', en: 'Lotus Lane' },
    address: '荷塘街 7 号',
    position: { lng: 120.1725, lat: 30.261 },
    leaderPhone: '13800010059',
    neighbours: 13,
  },
  {
    name: { zh: '银杏新村', en: 'Ginkgo Village' },
    address: '银杏路 33 号',
    position: { lng: 120.166, lat: 30.2585 },
    neighbours: 10,
  },
];

/** Demo accounts of the day: they sign in with the demo's one-time code. */
export const people = {
  code: '246810',
  operator: { username: 'operator', password: 'lintuan-demo' },
  couriers: ['13800020005', '13800020006'],
  /** The demo's shoppers from this number on; the ones before are for people to sign in with. */
  shopperPhone: (index: number): string => `1390000${String(index + 5_001)}`,
} as const;
