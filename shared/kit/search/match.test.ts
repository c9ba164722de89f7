import { searchKeys } from './keys';
import { type SearchKeys } from './searchKeys';
import { searchPatterns, searchText } from './pattern';
import { matchScore } from './match';

const tomato = searchKeys(['西红柿', 'Tomatoes']);
const rice = searchKeys(['东北大米', 'Northeast rice']);
const keys: Readonly<Record<string, SearchKeys>> = Object.fromEntries(
  [
    ['绿豆芽', 'Mung bean sprouts'],
    ['女儿红黄酒', 'Nü’er wine'],
    ['新疆苹果', 'Granny’s apples'],
    ['散装土豆', 'Potato'],
    ['鸡蛋面', 'Crème fraîche egg noodles'],
    ['NFC 橙汁 3.6%', 'Jalapeño-orange juice'],
    ['小白菜', 'Pak choi'],
    ['上海包菜', 'Cabbage'],
    ['台湾凤梨酥', 'Pineapple cake'],
    ['红薯干', 'Dried sweet potatoes'],
    ['云南玉米', 'Sweet corn'],
    ['有机花菜', 'Cauliflower'],
    ['五花猪肉', 'Pork belly'],
    ['干香菇', 'Dried shiitake'],
    ['𠮷野家牛肉饭', 'Beef bowl'],
  ].map((texts) => [texts[0] ?? '', searchKeys(texts)]),
);

test.each([
  ['西红柿', tomato],
  ['红柿', tomato],
  ['番茄', tomato],
  ['xihongshi', tomato],
  ["xi'hong'shi", tomato],
  ['xi hong shi', tomato],
  ['xihong', tomato],
  ['xhs', tomato],
  ['xihs', tomato],
  ['fq', tomato],
  ['hongshi', tomato],
  ['ＴＯＭＡＴＯ', tomato],
  ['rice', rice],
  ['north rice', rice],
  ['dami', rice],
  ['dbdm', rice],
])('%s finds it', (typed, keys) => {
  expect(matchScore(typed, keys)).toBeGreaterThan(0);
});

test.each(['ice', 'tomato rice', 'ihong', 'xhx', '苹果', '(', '', '   '])('%p does not', (typed) => {
  expect(Math.max(matchScore(typed, tomato), matchScore(typed, rice))).toBe(0);
});

test('whole words come before beginnings, beginnings before pinyin, pinyin before initials', () => {
  const scores = ['西红柿', '西红', 'xihong', 'xhs', 'hs'].map((typed) => matchScore(typed, tomato));
  expect(scores).toEqual([...scores].sort((one, other) => other - one));
  expect(new Set(scores).size).toBe(scores.length);
});

/** Both ways to search: in memory, and by a database. */
const finds = (typed: string, sought: SearchKeys) => {
  const patterns = searchPatterns(typed);
  const byDatabase = patterns.length > 0 && patterns.every((one) => new RegExp(one).test(searchText(sought)));
  return [matchScore(typed, sought) > 0, byDatabase];
};

test.each([
  ['ü as v', 'lvdou', '绿豆芽'],
  ['ü as u', 'ludou', '绿豆芽'],
  ['ü as ü', 'lüdòu', '绿豆芽'],
  ['ü as yu', 'lyudou', '绿豆芽'],
  ['ü in nü', 'nverhong', '女儿红黄酒'],
  ['n and yu of two syllables', 'yunnanyumi', '云南玉米'],
  ['initials', 'ldy', '绿豆芽'],
  ['initials from the middle', 'djt', '云南玉米', false],
  ['curly quotes', 'granny’s', '新疆苹果'],
  ['straight quotes', "Granny's", '新疆苹果'],
  ['no quotes', 'grannys apple', '新疆苹果'],
  ['accents', 'creme fraiche', '鸡蛋面'],
  ['accents that are typed', 'CRÈME', '鸡蛋面'],
  ['a dash', 'jalapeno—orange', 'NFC 橙汁 3.6%'],
  ['full width', '３．６％', 'NFC 橙汁 3.6%'],
  ['full-width letters', 'ＮＦＣ', 'NFC 橙汁 3.6%'],
  ['traditional characters', '雞蛋麵', '鸡蛋面'],
  ['traditional characters with a synonym', '馬鈴薯', '散装土豆'],
  ['a synonym', '马铃薯', '散装土豆'],
  ['pinyin of a synonym', 'malingshu', '散装土豆'],
  ['initials of a synonym', 'mls', '散装土豆'],
  ['plural', 'potatoes', '散装土豆'],
  ['青菜', '青菜', '小白菜'],
  ['bok choy', 'bok choy', '小白菜'],
  ['圆白菜', '圆白菜', '上海包菜'],
  ['卷心菜', '捲心菜', '上海包菜'],
  ['菠萝', '菠蘿酥', '台湾凤梨酥'],
  ['台灣', '臺灣', '台湾凤梨酥'],
  ['地瓜', '地瓜', '红薯干'],
  ['番薯', '蕃薯', '红薯干'],
  ['苞米', '苞米', '云南玉米'],
  ['maize', 'maize', '云南玉米'],
  ['菜花', '菜花', '有机花菜'],
  ['猪肉', '豬肉', '五花猪肉'],
  ['乾香菇', '乾香菇', '干香菇'],
  ['beyond U+FFFF', '𠮷', '𠮷野家牛肉饭'],
  ['another thing', '黄油', '台湾凤梨酥', false],
  ['the middle of a word', 'range', 'NFC 橙汁 3.6%', false],
  ['signs of patterns', '.*', '散装土豆', false],
  ['nothing to look for', '🍅', '散装土豆', false],
])('%s: %s finds %s', (_, typed, sought, found: boolean | undefined = true) => {
  expect(finds(typed, keys[sought]!)).toEqual([found, found]);
});
