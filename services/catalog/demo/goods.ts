/** Goods of the demo: `picture | 中文 | English | w or p | fen | grams of one piece | unit`. w: fen per 500 g; p: fen per piece. */
const lines = {
  vegetables: `
    tomato|西红柿|Tomatoes|w|498
    cucumber|黄瓜|Cucumbers|w|358
    potato|土豆|Potatoes|w|258
    carrot|胡萝卜|Carrots|w|268
    pak-choi|大白菜|Chinese cabbage|w|168
    broccoli|西兰花|Broccoli|w|598
    spinach|菠菜|Spinach|w|458
    eggplant|茄子|Aubergines|w|428
    bell-pepper|青椒|Green peppers|w|468
    onion|洋葱|Onions|w|238
    garlic|大蒜|Garlic|w|698
    sweet-potato|莲藕|Lotus root|w|628
    ginger|生姜|Ginger|w|780
    sweet-potato|红薯|Sweet potatoes|w|298
    pak-choi|小青菜|Pak choi|w|358
    shiitake|香菇|Shiitake|w|1080
    chilli|小米椒|Chillies|w|980
    peas|豌豆|Peas|w|780
    beans|四季豆|Green beans|w|628`,
  fruit: `
    red-apple|红富士苹果|Fuji apples|w|698
    banana|香蕉|Bananas|w|398
    tangerine|赣南脐橙|Gannan navel oranges|w|598
    grapes|阳光玫瑰葡萄|Shine Muscat grapes|w|1680
    strawberry|草莓|Strawberries|w|2280
    watermelon|西瓜|Watermelon|w|228
    pear|翠冠梨|Cuiguan pears|w|528
    peach|水蜜桃|Honey peaches|w|1180
    kiwi|猕猴桃|Kiwifruit|p|298|100|个|piece
    mango|芒果|Mangoes|w|980
    cherries|车厘子|Cherries|w|3980
    melon|柚子|Pomelo|p|1280|1200|个|piece
    green-apple|青苹果|Green apples|w|798
    blueberries|蓝莓|Blueberries|p|1680|125|盒|box
    pineapple|凤梨|Pineapple|p|1580|1200|个|piece
    lemon|柠檬|Lemons|p|180|90|个|piece
    coconut|椰青|Green coconut|p|1080|900|个|piece
    avocado|牛油果|Avocados|p|680|170|个|piece
    melon|哈密瓜|Hami melon|w|498`,
  meat: `
    pork-belly|五花肉|Pork belly|w|1980
    ribs|猪肋排|Pork ribs|w|3280
    pork-belly|猪里脊|Pork tenderloin|w|2180
    pork-belly|猪肉末|Minced pork|w|1780
    beef-steak|牛腩|Beef brisket|w|3980
    beef-steak|牛腱子|Beef shank|w|4280
    bento|红烧肉便当|Braised pork bento|p|1880|450|盒|box
    chicken-leg|鸡胸肉|Chicken breast|w|1280
    chicken-leg|鸡翅中|Chicken wings|w|2680
    chicken-leg|麻鸭|Whole duck|p|4980|1300|只|bird`,
  seafood: `
    shrimp|基围虾|Prawns|w|3680
    hairy-crab|大闸蟹|Hairy crab|p|2880|150|只|crab
    crucian|草鱼|Grass carp|w|1080
    sea-bass|鲈鱼|Sea bass|p|2380|500|条|fish
    sea-bass|带鱼段|Hairtail pieces|w|1980
    oyster|花蛤|Clams|w|980
    squid|鱿鱼|Squid|w|2280
    lobster|波士顿龙虾|Boston lobster|p|7980|500|只|lobster
    oyster|生蚝|Oysters|p|380|120|只|oyster
    herbs|海带结|Kelp knots|w|580`,
  eggsAndDairy: `
    eggs|土鸡蛋|Farm eggs|p|138|50|枚|egg
    eggs|咸鸭蛋|Salted duck eggs|p|228|70|枚|egg
    eggs|鹌鹑蛋|Quail eggs|p|48|11|枚|egg
    milk|鲜牛奶|Fresh milk|p|1180|950|瓶|bottle
    yoghurt|原味酸奶|Plain yogurt|p|480|200|杯|cup
    cheese|奶酪棒|Cheese sticks|p|280|20|支|stick
    butter|黄油|Butter|p|1880|200|盒|block
    milk|淡奶油|Whipping cream|p|1580|250|盒|carton
    milk|豆浆|Soy milk|p|380|300|瓶|bottle`,
  bakery: `
    bread|吐司面包|Sandwich loaf|p|1280|400|袋|loaf
    croissant|可颂|Croissants|p|480|60|个|piece
    baguette|贝果|Bagels|p|580|90|个|piece
    dumplings|手工馒头|Steamed buns|p|150|100|个|bun
    dumplings|鲜肉包|Pork buns|p|280|100|个|bun
    croissant|蛋挞|Egg tarts|p|380|55|个|tart
    bread|戚风蛋糕|Chiffon cake|p|2680|350|个|cake
    bread|黄油曲奇|Butter cookies|p|1580|200|盒|box
    moon-cake|苏式月饼|Suzhou mooncakes|p|680|80|个|piece
    croissant|甜甜圈|Doughnuts|p|580|70|个|piece`,
  tofuAndNoodles: `
    tofu-pot|嫩豆腐|Soft tofu|p|280|400|盒|block
    tofu-pot|香干|Dried tofu|p|480|300|袋|bag
    noodles|鲜面条|Fresh noodles|w|480
    noodles|米粉|Rice noodles|p|680|500|袋|bag
    dumplings|饺子皮|Dumpling wrappers|w|580
    dumplings|鲜肉馄饨|Pork wontons|p|1580|300|盒|box
    rice-balls|年糕|Rice cake|p|780|500|袋|bag
    tofu-pot|面筋|Wheat gluten|p|580|250|袋|bag
    noodles|红薯粉条|Sweet potato vermicelli|p|880|400|袋|bag
    dumplings|春卷|Spring rolls|p|1280|300|盒|box`,
  grainAndOil: `
    rice|东北大米|Northeast rice|p|3980|5000|袋|bag
    rice|小米|Millet|p|1280|1000|袋|bag
    rice|面粉|Wheat flour|p|1880|2500|袋|bag
    rice|燕麦片|Rolled oats|p|1980|1000|袋|bag
    peanuts|花生油|Peanut oil|p|6980|1800|瓶|bottle
    salt|酱油|Soy sauce|p|1280|500|瓶|bottle
    salt|镇江香醋|Zhenjiang vinegar|p|980|500|瓶|bottle
    salt|食盐|Salt|p|280|400|袋|bag
    salt|白砂糖|Sugar|p|680|500|袋|bag
    honey|蜂蜜|Honey|p|3880|500|瓶|jar`,
  frozen: `
    dumplings|猪肉白菜饺子|Pork and cabbage dumplings|p|1980|500|袋|bag
    rice-balls|黑芝麻汤圆|Sesame tangyuan|p|1280|400|袋|bag
    fish-balls|鱼丸|Fish balls|p|1680|400|袋|bag
    beef-steak|肥牛卷|Sliced beef|p|2980|400|盒|box
    potato|薯条|Potato chips|p|1480|750|袋|bag
    bento|芝士披萨|Cheese pizza|p|2680|350|个|pizza
    ice-cream|香草冰淇淋|Vanilla ice cream|p|1880|400|盒|tub
    sweet-corn|速冻玉米粒|Frozen sweetcorn|p|880|400|袋|bag`,
  snacksAndDrinks: `
    peanuts|盐焗花生|Salted peanuts|p|980|300|袋|bag
    chestnut|新疆核桃|Xinjiang walnuts|p|2980|500|袋|bag
    chestnut|糖炒栗子|Roasted chestnuts|p|1680|250|袋|bag
    bubble-tea|珍珠奶茶|Bubble tea|p|980|500|杯|cup
    bubble-tea|龙井茶|Longjing tea|p|6800|100|罐|tin
    bubble-tea|挂耳咖啡|Drip coffee|p|3980|100|盒|box
    juice|橙汁|Orange juice|p|1280|900|瓶|bottle
    juice|矿泉水|Mineral water|p|180|550|瓶|bottle
    juice|精酿啤酒|Craft beer|p|880|330|罐|can
    sweet-corn|爆米花|Popcorn|p|780|120|桶|tub`,
  household: `
    tissues|抽纸|Tissues|p|380|150|包|pack
    tissues|卷纸|Toilet paper|p|280|120|卷|roll
    soap|洗洁精|Dish soap|p|980|1000|瓶|bottle
    soap|洗衣液|Laundry liquid|p|2980|2000|瓶|bottle
    soap|香皂|Soap|p|580|115|块|bar
    flowers|玫瑰鲜切花|Cut roses|p|480|60|支|stem
    flowers|郁金香|Tulips|p|380|50|支|stem
    herbs|罗勒盆栽|Potted basil|p|1580|600|盆|pot
    flowers|向日葵|Sunflowers|p|680|80|支|stem`,
} as const;

export type DemoCategory = keyof typeof lines;

export type DemoGood = {
  /** Name of its picture in `pictures/`. */
  readonly picture: string;
  readonly category: DemoCategory;
  readonly zh: string;
  readonly en: string;
  readonly soldBy: 'weight' | 'piece';
  /** Per 500 g, or per piece. */
  readonly fen: number;
  readonly grams: number;
  readonly unit: { readonly zh: string; readonly en: string };
};

export const demoGoods: readonly DemoGood[] = Object.entries(lines).flatMap(([category, text]) =>
  text
    .trim()
    .split('\n')
    .map((line): DemoGood => {
      const [picture = '', zh = '', en = '', how, fen, grams = '500', unitZh = '份', unitEn = 'pack'] = line
        .trim()
        .split('|');
      return {
        picture,
        category: category as DemoCategory,
        zh,
        en,
        soldBy: how === 'w' ? 'weight' : 'piece',
        fen: Number(fen),
        grams: Number(grams),
        unit: { zh: unitZh, en: unitEn },
      };
    }),
);
