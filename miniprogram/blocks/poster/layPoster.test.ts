import { layPoster } from './layPoster';
import { type Mark, type PosterContent } from './types';
import { wrap } from './wrap';

const measure = (text: string, { size }: { size: number }) => Array.from(text).length * size * 0.6;
const anOffer = (facts: object = {}) => ({
  title: 'Tomatoes',
  pack: '500 g box',
  price: '¥9.90',
  picture: 'p',
  ...facts,
});
const aPoster = (facts: Partial<PosterContent> = {}): PosterContent => ({
  heading: 'Sunshine Garden: fresh today',
  offers: [anOffer()],
  place: 'Sunshine Garden',
  leader: 'Leader: Aunt Wang',
  scan: 'Scan to order',
  link: 'https://lintuan.example/#/',
  ...facts,
});
const lay = (facts?: Partial<PosterContent>) => layPoster(aPoster(facts), measure);
const of = <Kind extends Mark['kind']>(kind: Kind, marks: readonly Mark[]) =>
  marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);
const textsOf = (facts?: Partial<PosterContent>) => of('text', lay(facts).marks).map(({ text }) => text);

test('says what, for how much, where, with whom, and how', () => {
  expect(textsOf()).toEqual([
    'Sunshine Garden: fresh today',
    'Tomatoes',
    '500 g box',
    '¥9.90',
    'Sunshine Garden',
    'Leader: Aunt Wang',
    'Scan to order',
  ]);
  expect(of('code', lay().marks)).toMatchObject([{ text: 'https://lintuan.example/#/' }]);
});

test.each([
  [1, 1],
  [4, 2],
  [9, 3],
])('%i offers stand in %i columns', (count, columns) => {
  const { marks } = lay({ offers: Array.from({ length: count }, () => anOffer()) });
  const pictures = of('picture', marks);
  expect(pictures).toHaveLength(count);
  expect(new Set(pictures.map(({ x }) => x)).size).toBe(columns);
});

test('everything lies on the paper, and pictures do not overlap', () => {
  const long = { title: 'Very '.repeat(30), pack: 'large '.repeat(30) };
  const { width, height, marks } = lay({
    heading: '好'.repeat(200),
    offers: Array.from({ length: 7 }, () => anOffer(long)),
    place: 'Garden '.repeat(30),
  });
  for (const mark of marks) {
    const right = mark.x + (mark.kind === 'text' ? measure(mark.text, mark) : mark.width);
    const bottom = mark.kind === 'text' ? mark.y + mark.size / 2 : mark.y + mark.height;
    expect(mark.x).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThanOrEqual(height);
  }
  const [first, , , below] = of('picture', marks);
  expect(below!.y).toBeGreaterThan(first!.y + first!.height);
});

test('a former price stands only where there is room for all of it', () => {
  expect(textsOf({ offers: [anOffer({ before: '¥12.90' })] })).toContain('¥12.90');
  const narrow = anOffer({ price: '¥1,234.90', unit: '/500 g', before: '¥2,345.90' });
  expect(textsOf({ offers: Array.from({ length: 9 }, () => narrow) })).not.toContain('¥2,345.90');
});

test('without a leader, that line is missing', () => {
  expect(textsOf({ leader: undefined })).not.toContain('Leader: Aunt Wang');
});

describe('wrap', () => {
  const within = (width: number, lines: number) => ({ width, lines, measure: (text: string) => text.length });
  test('breaks English between words and Chinese anywhere but before punctuation', () => {
    expect(wrap('fresh farm eggs', within(10, 2))).toEqual(['fresh farm', 'eggs']);
    expect(wrap('新鲜土鸡蛋，今天', within(5, 2))).toEqual(['新鲜土鸡', '蛋，今天']);
  });
  test('leaves out what does not fit', () => {
    expect(wrap('fresh farm eggs today', within(10, 2))).toEqual(['fresh farm', 'eggs today']);
    expect(wrap('fresh farm eggs of today', within(10, 2))).toEqual(['fresh farm', 'eggs of t…']);
    expect(wrap('Supercalifragilistic', within(10, 1))).toEqual(['Supercali…']);
  });
});
