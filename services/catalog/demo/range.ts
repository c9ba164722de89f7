import { defaultCityRules, type TaxRates } from '#shared/contracts/cityRules';
import { type Bilingual } from '#shared/contracts/common';
import { CategoryId, type PictureId, ProductId, SkuId, SupplierId } from '#shared/contracts/ids';
import { cny } from '#shared/kit/money';
import { searchKeys } from '#shared/kit/search/keys';
import { type Category, type Product, type Sku, type Supplier } from '../domain/range';
import { type DemoCategory, type DemoGood, demoGoods } from './goods';

type Facts = {
  readonly zh: string;
  readonly en: string;
  readonly temperature: Product['temperature'];
  readonly fresh: boolean;
  readonly supplier: Bilingual;
  readonly origin: Bilingual;
  /** Days that goods keep. */
  readonly keeps: number;
};

/** In the order in which they are shown. */
const categories: Readonly<Record<DemoCategory, Facts>> = {
  vegetables: facts(
    '新鲜蔬菜',
    'Vegetables',
    'ambient',
    true,
    '萧山绿野蔬菜合作社|Xiaoshan Green Fields Co-op|浙江萧山|Xiaoshan, Zhejiang|5',
  ),
  fruit: facts(
    '时令水果',
    'Fruit',
    'ambient',
    true,
    '塘栖果品批发|Tangqi Fruit Wholesale|浙江塘栖|Tangqi, Zhejiang|7',
  ),
  meat: facts(
    '肉禽',
    'Meat and poultry',
    'chilled',
    true,
    '余杭放心肉品|Yuhang Trusted Meats|浙江余杭|Yuhang, Zhejiang|4',
  ),
  seafood: facts(
    '海鲜水产',
    'Fish and seafood',
    'chilled',
    true,
    '舟山东海渔业|Zhoushan East Sea Fisheries|浙江舟山|Zhoushan, Zhejiang|3',
  ),
  eggsAndDairy: facts(
    '蛋奶',
    'Eggs and dairy',
    'chilled',
    true,
    '临安山里农场|Lin’an Mountain Farm|浙江临安|Lin’an, Zhejiang|15',
  ),
  bakery: facts(
    '面包烘焙',
    'Bakery',
    'ambient',
    true,
    '西湖面包工坊|West Lake Bakery|浙江杭州|Hangzhou, Zhejiang|4',
  ),
  tofuAndNoodles: facts(
    '豆制品与面点',
    'Tofu and noodles',
    'chilled',
    true,
    '老杭州豆制品厂|Old Hangzhou Tofu Works|浙江杭州|Hangzhou, Zhejiang|5',
  ),
  grainAndOil: facts(
    '粮油调味',
    'Grain, oil and sauces',
    'ambient',
    false,
    '嘉兴粮油贸易|Jiaxing Grain and Oil|浙江嘉兴|Jiaxing, Zhejiang|360',
  ),
  frozen: facts(
    '冷冻食品',
    'Frozen food',
    'frozen',
    false,
    '宁波冷链食品|Ningbo Cold Chain Foods|浙江宁波|Ningbo, Zhejiang|180',
  ),
  snacksAndDrinks: facts(
    '零食饮料',
    'Snacks and drinks',
    'ambient',
    false,
    '义乌优选食品|Yiwu Choice Foods|浙江义乌|Yiwu, Zhejiang|240',
  ),
  household: facts(
    '日用鲜花',
    'Home and flowers',
    'ambient',
    false,
    '义乌日用百货|Yiwu Household Goods|浙江义乌|Yiwu, Zhejiang|720',
  ),
};

function facts(zh: string, en: string, temperature: Facts['temperature'], ...rest: [boolean, string]): Facts {
  const [fresh, from] = rest;
  const [supplierZh = '', supplierEn = '', originZh = '', originEn = '', keeps = ''] = from.split('|');
  const supplier = { zh: supplierZh, en: supplierEn };
  const origin = { zh: originZh, en: originEn };
  return { zh, en, temperature, fresh, supplier, origin, keeps: Number(keeps) };
}

export const demoCategoryNames = Object.keys(categories) as DemoCategory[];
const three = (number: number): string => String(number).padStart(3, '0');
const categoryId = (name: DemoCategory) => CategoryId.parse(`cat_${name}`);
const supplierId = (name: DemoCategory) => SupplierId.parse(`sup_${name}`);
const productId = (index: number) => ProductId.parse(`prd_${three(index + 1)}`);

/** Which picture has a name: that of a good, or of a category. */
export type PictureNamed = (name: string) => PictureId;

export const categoryPicture = (name: DemoCategory): string => `category-${name}`;

export const demoCategories = (pictureNamed: PictureNamed): Category[] =>
  demoCategoryNames.map((name, position) => ({
    _id: categoryId(name),
    name: { zh: categories[name].zh, en: categories[name].en },
    position,
    pictureId: pictureNamed(categoryPicture(name)),
    hidden: false,
    version: 1,
  }));

/** Rule 27: what China's value added tax exempts. */
export const demoTaxRates: TaxRates = {
  ...defaultCityRules.taxRates,
  byCategory: { [categoryId('vegetables')]: 0, [categoryId('meat')]: 0 },
};

export const demoSuppliers: readonly Supplier[] = demoCategoryNames.map((name, index) => ({
  _id: supplierId(name),
  name: categories[name].supplier.zh,
  nameEn: categories[name].supplier.en,
  contactName: '王师傅',
  phone: `139${String(57_100_000 + index)}`,
  email: `orders@${name.toLowerCase()}.example`,
  licence: `JY133010${String(6_000_000 + index)}`,
  version: 1,
  offersStale: false,
}));

export const demoProducts = (pictureNamed: PictureNamed): Product[] =>
  demoGoods.map((good, index) => {
    const title = { zh: good.zh, en: good.en };
    const { temperature, fresh, origin, supplier } = categories[good.category];
    return {
      _id: productId(index),
      categoryId: categoryId(good.category),
      title,
      description: {
        zh: `${good.zh}，${origin.zh}${supplier.zh}直供，当日分拣，次日到点自提。`,
        en: `${good.en}, straight from ${supplier.en} in ${origin.en}, sorted on the day and ready for pickup the next.`,
      },
      keywords: [],
      pictureIds: [pictureNamed(good.picture)],
      temperature,
      fresh,
      search: searchKeys([title.zh, title.en]),
      version: 1,
      offersStale: false,
    };
  });

export type DemoSku = Sku & {
  /** Usual price: per 500 g, or per unit. */
  readonly fen: number;
  readonly origin: Bilingual;
  readonly keeps: number;
};

const packCounts = { weight: [1, 2, 3, 5], piece: [1, 3, 6, 12] } as const;
const skuCount = 400;
/** So many products have a fourth pack that there are 400 Skus. */
const withFourPacks = skuCount - 3 * demoGoods.length;

export const demoSkus: readonly DemoSku[] = demoGoods
  .flatMap((good, product) =>
    packCounts[good.soldBy]
      .slice(0, product < withFourPacks ? 4 : 3)
      .map((count) => ({ good, product, count })),
  )
  .map(({ good, product, count }, index) => demoSku(good, { product, count, index }));

function demoSku(good: DemoGood, at: { product: number; count: number; index: number }): DemoSku {
  const { soldBy, category } = good;
  const { count } = at;
  // Two in a hundred off for larger packs.
  const unitFen = count === 1 ? good.fen : Math.round(good.fen * 0.98);
  const fen = soldBy === 'weight' ? unitFen : unitFen * count;
  const costOfUnit = Math.floor((soldBy === 'weight' ? unitFen * count : fen) * 0.7);
  return {
    _id: SkuId.parse(`sku_${three(at.index + 1)}`),
    productId: productId(at.product),
    pack: packOf(good, count),
    soldBy,
    nominalGrams: good.grams * count,
    unitCost: cny(costOfUnit),
    supplierId: supplierId(category),
    caseUnits: [6, 10, 12, 20][at.index % 4] ?? 10,
    supplierMinimumUnits: at.index % 25 === 9 ? 5 : 0,
    version: 1,
    offersStale: false,
    fen,
    origin: categories[category].origin,
    keeps: categories[category].keeps,
  };
}

function packOf({ soldBy, grams, unit }: DemoGood, count: number) {
  const weight = grams * count;
  if (soldBy === 'weight') return { zh: `约 ${weight} 克`, en: `about ${weight} g` };
  const plural = count === 1 ? '' : unit.en.endsWith('x') || unit.en.endsWith('ch') ? 'es' : 's';
  return { zh: `${count} ${unit.zh}（${weight} 克）`, en: `${count} ${unit.en}${plural} (${weight} g)` };
}
