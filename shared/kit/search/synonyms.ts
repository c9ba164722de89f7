import { fold } from './fold';

/** Names of the same thing, of which people know one. */
const groups: readonly (readonly string[])[] = [
  ['番茄', '西红柿', '洋柿子'],
  ['圣女果', '小番茄', '樱桃番茄', '小西红柿'],
  ['土豆', '马铃薯', '洋芋', '山药蛋'],
  ['红薯', '地瓜', '番薯', '甘薯', '山芋', '红苕'],
  ['青菜', '小白菜', '上海青', '油菜'],
  ['玉米', '苞米', '苞谷', '包谷'],
  ['花菜', '菜花', '花椰菜'],
  ['西兰花', '绿花菜', '青花菜'],
  ['卷心菜', '包菜', '圆白菜', '包心菜', '洋白菜', '莲花白', '高丽菜'],
  ['大白菜', '黄芽菜', '黄芽白'],
  ['空心菜', '蕹菜', '通菜'],
  ['茄子', '矮瓜'],
  ['黄瓜', '青瓜', '胡瓜'],
  ['南瓜', '倭瓜', '北瓜'],
  ['西葫芦', '角瓜'],
  ['丝瓜', '水瓜'],
  ['苦瓜', '凉瓜'],
  ['胡萝卜', '红萝卜'],
  ['香菜', '芫荽'],
  ['洋葱', '葱头', '圆葱'],
  ['青椒', '甜椒', '灯笼椒', '菜椒', '柿子椒'],
  ['辣椒', '番椒', '辣子'],
  ['莴笋', '青笋'],
  ['茭白', '茭笋', '高笋'],
  ['荸荠', '马蹄'],
  ['四季豆', '芸豆', '豆角', '刀豆'],
  ['蚕豆', '胡豆'],
  ['香菇', '冬菇'],
  ['黑木耳', '云耳'],
  ['菠萝', '凤梨'],
  ['猕猴桃', '奇异果'],
  ['草莓', '士多啤梨'],
  ['樱桃', '车厘子'],
  ['葡萄', '提子'],
  ['橘子', '桔子', '柑橘', '蜜桔', '蜜橘'],
  ['橙子', '甜橙'],
  ['牛油果', '鳄梨', '酪梨'],
  ['番石榴', '芭乐'],
  ['火龙果', '红龙果'],
  ['花生', '落花生', '长生果'],
  ['猪肉', '大肉'],
  ['五花肉', '三层肉'],
  ['排骨', '肋排', '小排'],
  ['鸡腿', '鸡大腿'],
  ['鸡胸', '鸡胸脯'],
  ['三文鱼', '鲑鱼'],
  ['金枪鱼', '吞拿鱼', '鲔鱼'],
  ['带鱼', '刀鱼'],
  ['大闸蟹', '毛蟹', '河蟹'],
  ['鱿鱼', '枪乌贼'],
  ['蛤蜊', '花甲', '花蛤'],
  ['鸡蛋', '鸡子儿'],
  ['酸奶', '优酪乳', '酸牛奶'],
  ['牛奶', '鲜奶', '鲜牛奶'],
  ['奶酪', '芝士', '起司', '乳酪'],
  ['黄油', '奶油块'],
  ['馒头', '馍'],
  ['馄饨', '云吞', '抄手'],
  ['汤圆', '元宵'],
  ['粽子', '粽'],
  ['大米', '稻米'],
  ['酱油', '生抽', '豉油'],
  ['纸巾', '抽纸', '面巾纸'],
  ['洗洁精', '洗涤灵'],
  ['potato', 'spud'],
  ['eggplant', 'aubergine', 'brinjal'],
  ['zucchini', 'courgette'],
  ['cilantro', 'coriander'],
  ['scallion', 'spring onion', 'green onion'],
  ['pak choi', 'bok choy', 'pak choy', 'bok choi'],
  ['chinese cabbage', 'napa cabbage'],
  ['corn', 'sweetcorn', 'sweet corn', 'maize'],
  ['bell pepper', 'sweet pepper', 'capsicum'],
  ['chilli', 'chili', 'chile', 'hot pepper'],
  ['beet', 'beetroot'],
  ['snow peas', 'mangetout'],
  ['sweet potato', 'yam', 'kumara'],
  ['prawn', 'shrimp'],
  ['tangerine', 'mandarin', 'clementine', 'satsuma'],
  ['kiwi', 'kiwifruit', 'kiwi fruit'],
  ['pineapple', 'ananas'],
  ['peanut', 'groundnut'],
  ['yoghurt', 'yogurt'],
  ['minced', 'ground'],
  ['fillet', 'filet'],
];

/** The longest first: what holds a shorter name of the group is meant as a whole. */
const folded = groups.map((names) => names.map(fold).sort((one, other) => other.length - one.length));
const latin = /^[a-z ]+$/;

/** `word` with another name in the place of one that stands in it: an English one as a word of its own, in whichever number. */
const replaced = (word: string, name: string, other: string): string =>
  latin.test(name)
    ? word.replace(new RegExp(`(?<![a-z])${name}(e?s)?(?![a-z])`), `${other}$1`)
    : word.replace(name, other);

/** The other ways to call what a folded text names: of `散装西红柿` it is `散装番茄`. */
export function otherNames(word: string): string[] {
  return folded.flatMap((names) => {
    const name = names.find((one) => replaced(word, one, '') !== word);
    return name === undefined
      ? []
      : names.filter((other) => other !== name).map((other) => replaced(word, name, other));
  });
}
