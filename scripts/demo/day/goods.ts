import {
  type PriceTier,
  type GroupTarget,
  type SoldBy,
  type Temperature,
} from '../../../shared/contracts/internal/catalog';
import { type Bilingual } from '../../../shared/contracts/common';
import { cny } from '../../../shared/contracts/money';

/** One thing that is sold today, with the terms of its offer. Prices in fen: per unit, or per 500 g for what is weighed. */
export type Good = {
  readonly title: Bilingual;
  readonly pack: Bilingual;
  readonly soldBy: SoldBy;
  readonly nominalGrams: number;
  readonly temperature: Temperature;
  readonly costFen: number;
  readonly priceFen: number;
  readonly stock: number;
  readonly tiers?: readonly PriceTier[];
  readonly group?: GroupTarget;
  readonly limitPerShopper?: number;
  readonly flash?: boolean;
  readonly caseUnits: number;
  readonly supplierMinimumUnits?: number;
};

/** Units of the hot offer: the race for them is much larger. */
export const hotUnits = 6;
export const riceLimit = 2;
/** Neighbours who must join for the milk to come. */
export const milkTarget = 6;

/** What the day's stories need: tiers, a group, a limit, a race, weights, a supplier's minimum. */
export const goods = {
  greens: {
    title: { zh: '小青菜', en: 'Baby bok choy' },
    pack: { zh: '500 克', en: '500 g' },
    soldBy: 'piece',
    nominalGrams: 500,
    temperature: 'ambient',
    costFen: 210,
    priceFen: 398,
    stock: 300,
    caseUnits: 20,
  },
  tofu: {
    title: { zh: '嫩豆腐', en: 'Silken tofu' },
    pack: { zh: '400 克', en: '400 g' },
    soldBy: 'piece',
    nominalGrams: 400,
    temperature: 'chilled',
    costFen: 150,
    priceFen: 350,
    stock: 200,
    caseUnits: 12,
  },
  eggs: {
    title: { zh: '土鸡蛋', en: 'Free-range eggs' },
    pack: { zh: '30 枚', en: '30 eggs' },
    soldBy: 'piece',
    nominalGrams: 1_600,
    temperature: 'ambient',
    costFen: 1_200,
    priceFen: 1_990,
    stock: 120,
    tiers: [
      { fromUnits: 8, price: cny(1_790) },
      { fromUnits: 40, price: cny(1_590) },
    ],
    caseUnits: 12,
  },
  melon: {
    title: { zh: '麒麟西瓜', en: 'Qilin watermelon' },
    pack: { zh: '约 4 公斤', en: 'about 4 kg' },
    soldBy: 'weight',
    nominalGrams: 4_000,
    temperature: 'ambient',
    costFen: 900,
    priceFen: 258,
    stock: 60,
    caseUnits: 4,
  },
  milk: {
    title: { zh: '鲜牛奶', en: 'Fresh milk' },
    pack: { zh: '950 毫升', en: '950 ml' },
    soldBy: 'piece',
    nominalGrams: 980,
    temperature: 'chilled',
    costFen: 700,
    priceFen: 1_180,
    stock: 100,
    group: { kind: 'shoppers', count: milkTarget },
    caseUnits: 6,
  },
  berries: {
    title: { zh: '红颜草莓', en: 'Strawberries' },
    pack: { zh: '300 克', en: '300 g' },
    soldBy: 'piece',
    nominalGrams: 300,
    temperature: 'chilled',
    costFen: 900,
    priceFen: 1_680,
    stock: hotUnits,
    limitPerShopper: 1,
    flash: true,
    caseUnits: 6,
  },
  rice: {
    title: { zh: '东北大米', en: 'Northeast rice' },
    pack: { zh: '5 公斤', en: '5 kg' },
    soldBy: 'piece',
    nominalGrams: 5_000,
    temperature: 'ambient',
    costFen: 2_400,
    priceFen: 3_290,
    stock: 80,
    limitPerShopper: riceLimit,
    caseUnits: 4,
  },
  durian: {
    title: { zh: '金枕榴莲', en: 'Durian' },
    pack: { zh: '一盒', en: 'one box' },
    soldBy: 'piece',
    nominalGrams: 400,
    temperature: 'chilled',
    costFen: 3_200,
    priceFen: 4_990,
    stock: 40,
    caseUnits: 10,
    supplierMinimumUnits: 20,
  },
} as const satisfies Record<string, Good>;

export type GoodName = keyof typeof goods;
export const goodNames = Object.keys(goods) as GoodName[];
