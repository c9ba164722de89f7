import { type DemoCategory } from '../services/catalog/demo/goods';

/** How a drawing lies on its ground: on a plate, once or several times, or `close` to be known when it is small. */
export type Layout = 'one' | 'duo' | 'trio' | 'close';

/** `[slug, Chinese name, English name, drawing, layout]`; the ground's colour belongs to the group. */
type Entry = readonly [slug: string, zh: string, en: string, icon: string, layout?: Layout];

export type Ground = 'fruit' | 'vegetable' | 'meat' | 'seafood' | 'dairy' | 'staple' | 'ready' | 'home';

export const demoPictureList: Readonly<Record<Ground, readonly Entry[]>> = {
  fruit: [
    ['red-apple', '红富士苹果', 'Fuji apples', 'red-apple', 'trio'],
    ['green-apple', '青苹果', 'Green apples', 'green-apple', 'duo'],
    ['pear', '皇冠梨', 'Crown pears', 'pear', 'duo'],
    ['peach', '水蜜桃', 'Honey peaches', 'peach', 'trio'],
    ['cherries', '车厘子', 'Cherries', 'cherries', 'trio'],
    ['strawberry', '草莓', 'Strawberries', 'strawberry', 'trio'],
    ['blueberries', '蓝莓', 'Blueberries', 'blueberries', 'duo'],
    ['grapes', '葡萄', 'Grapes', 'grapes'],
    ['watermelon', '西瓜', 'Watermelon', 'watermelon'],
    ['melon', '蜜瓜', 'Honeydew melon', 'melon'],
    ['tangerine', '蜜桔', 'Tangerines', 'tangerine', 'trio'],
    ['lemon', '柠檬', 'Lemons', 'lemon', 'duo'],
    ['banana', '香蕉', 'Bananas', 'banana'],
    ['pineapple', '菠萝', 'Pineapple', 'pineapple'],
    ['mango', '芒果', 'Mangoes', 'mango', 'duo'],
    ['kiwi', '猕猴桃', 'Kiwi fruit', 'kiwi-fruit', 'duo'],
    ['coconut', '椰子', 'Coconut', 'coconut'],
  ],
  vegetable: [
    ['tomato', '番茄', 'Tomatoes', 'tomato', 'trio'],
    ['cucumber', '黄瓜', 'Cucumbers', 'cucumber', 'duo'],
    ['carrot', '胡萝卜', 'Carrots', 'carrot', 'duo'],
    ['sweet-corn', '甜玉米', 'Sweet corn', 'ear-of-corn', 'duo'],
    ['bell-pepper', '彩椒', 'Bell peppers', 'bell-pepper', 'duo'],
    ['chilli', '小米辣', 'Chillies', 'hot-pepper', 'duo'],
    ['pak-choi', '上海青', 'Pak choi', 'leafy-green', 'duo'],
    ['spinach', '菠菜', 'Spinach', 'spinach'],
    ['broccoli', '西兰花', 'Broccoli', 'broccoli'],
    ['eggplant', '茄子', 'Aubergines', 'eggplant', 'duo'],
    ['garlic', '大蒜', 'Garlic', 'garlic', 'duo'],
    ['ginger', '生姜', 'Ginger', 'ginger-root'],
    ['onion', '洋葱', 'Onions', 'onion', 'trio'],
    ['potato', '土豆', 'Potatoes', 'potato', 'trio'],
    ['sweet-potato', '红薯', 'Sweet potatoes', 'roasted-sweet-potato', 'duo'],
    ['peas', '荷兰豆', 'Pea pods', 'pea-pod', 'duo'],
    ['shiitake', '香菇', 'Shiitake mushrooms', 'brown-mushroom', 'trio'],
    ['avocado', '牛油果', 'Avocados', 'avocado', 'duo'],
    ['herbs', '香菜', 'Coriander', 'herb', 'duo'],
    ['chestnut', '板栗', 'Chestnuts', 'chestnut', 'trio'],
    ['peanuts', '花生', 'Peanuts', 'peanuts', 'duo'],
    ['beans', '红腰豆', 'Kidney beans', 'beans', 'duo'],
  ],
  meat: [
    ['beef-steak', '牛排', 'Beef steak', 'cut-of-meat'],
    ['ribs', '带骨肉', 'Meat on the bone', 'meat-on-bone'],
    ['chicken-leg', '鸡腿', 'Chicken legs', 'poultry-leg', 'duo'],
    ['pork-belly', '五花肉', 'Pork belly', 'bacon'],
  ],
  seafood: [
    ['sea-bass', '鲈鱼', 'Sea bass', 'fish'],
    ['crucian', '小黄鱼', 'Yellow croaker', 'tropical-fish', 'duo'],
    ['shrimp', '基围虾', 'Shrimp', 'shrimp', 'duo'],
    ['hairy-crab', '大闸蟹', 'Hairy crabs', 'crab'],
    ['lobster', '小龙虾', 'Crayfish', 'lobster'],
    ['squid', '鱿鱼', 'Squid', 'squid'],
    ['oyster', '生蚝', 'Oysters', 'oyster', 'duo'],
  ],
  dairy: [
    ['eggs', '土鸡蛋', 'Farm eggs', 'egg', 'trio'],
    ['milk', '鲜牛奶', 'Fresh milk', 'glass-of-milk'],
    ['yoghurt', '酸奶', 'Yoghurt', 'custard', 'duo'],
    ['cheese', '奶酪', 'Cheese', 'cheese-wedge'],
    ['butter', '黄油', 'Butter', 'butter'],
    ['ice-cream', '冰淇淋', 'Ice cream', 'soft-ice-cream', 'duo'],
  ],
  staple: [
    ['rice', '东北大米', 'North-east rice', 'cooked-rice'],
    ['rice-balls', '饭团', 'Rice balls', 'rice-ball', 'trio'],
    ['noodles', '手擀面', 'Hand-made noodles', 'steaming-bowl'],
    ['bread', '吐司面包', 'Toast bread', 'bread'],
    ['baguette', '法棍', 'Baguette', 'baguette-bread'],
    ['croissant', '牛角包', 'Croissants', 'croissant', 'duo'],
    ['honey', '土蜂蜜', 'Honey', 'honey-pot'],
    ['salt', '食用盐', 'Table salt', 'salt'],
  ],
  ready: [
    ['dumplings', '手工水饺', 'Hand-made dumplings', 'dumpling', 'trio'],
    ['tofu-pot', '卤水豆腐', 'Braised tofu', 'pot-of-food'],
    ['salad', '沙拉', 'Green salad', 'green-salad'],
    ['bento', '便当', 'Bento box', 'bento-box'],
    ['moon-cake', '月饼', 'Moon cakes', 'moon-cake', 'duo'],
    ['fish-balls', '鱼丸', 'Fish balls', 'oden'],
    ['bubble-tea', '奶茶', 'Bubble tea', 'bubble-tea'],
    ['juice', '果汁', 'Fruit juice', 'beverage-box', 'duo'],
  ],
  home: [
    ['tissues', '卷纸', 'Tissue rolls', 'roll-of-paper', 'duo'],
    ['soap', '香皂', 'Soap', 'soap', 'duo'],
    ['flowers', '鲜花束', 'Fresh flowers', 'bouquet'],
  ],
};

/** What stands for each category; shoppers see it as small as a fingertip. */
export const demoCategoryPictures: Readonly<Record<DemoCategory, readonly [ground: Ground, icon: string]>> = {
  vegetables: ['vegetable', 'leafy-green'],
  fruit: ['fruit', 'red-apple'],
  meat: ['meat', 'cut-of-meat'],
  seafood: ['seafood', 'fish'],
  eggsAndDairy: ['dairy', 'glass-of-milk'],
  bakery: ['staple', 'croissant'],
  tofuAndNoodles: ['ready', 'steaming-bowl'],
  grainAndOil: ['staple', 'sheaf-of-rice'],
  frozen: ['seafood', 'ice'],
  snacksAndDrinks: ['ready', 'bubble-tea'],
  household: ['home', 'bouquet'],
};
