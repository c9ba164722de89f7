import { Text } from './common';
import { withoutHidden } from './text';

const name = Text(30);

test.each([
  '王芳',
  'Anneliese Oberhoffer-Mayerhof', // 29 letters
  'Maximiliana Alexandra von Berg', // 30 letters
  'O’Neil',
  '𠮷野家',
  '👩‍👧‍👦',
  '❤️',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'می‌خواهم', // a joiner that Persian is written with
  'ด.ช. กล้า',
  '1',
  '…',
])('%j is a name', (typed) => {
  expect(name.parse(typed)).toBe(typed);
});

test.each([
  ['nothing', ''],
  ['blanks', ' \t\u00a0\u3000\u2003'],
  ['zero-width spaces', '\u200b\u200b'],
  ['joiners', '\u200d\u200c'],
  ['a variation selector', '\ufe0f'],
  ['combining marks', '\u0301\u20dd'],
  ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
  ['blank braille', '\u2800\u2800'],
  ['half of a pair', '\ud83d'],
  ['Mongolian vowel separators', '\u180e'],
  ['soft hyphens', '\u00ad'],
])('%s show nothing and are no name', (_, typed) => {
  expect(name.safeParse(typed).success).toBe(false);
});

test.each([
  0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c, 0x200b,
  0x2060, 0x2061, 0xfeff, 0x206a, 0x2028, 0x2029, 0xfff9, 0xe0041, 0x00, 0x1b, 0x7f, 0x85, 0x9f,
])('U+%s turns or hides text, and is refused where it is sent and left out where it is pasted', (code) => {
  const typed = `a${String.fromCodePoint(code)}b`;
  expect(name.safeParse(typed).success).toBe(false);
  if (code > 0x9f) expect(withoutHidden(typed)).toBe('ab');
});

test('a message may have lines, and may be left empty where it need not be given', () => {
  expect(Text(300, 0).parse('one\ntwo')).toBe('one\ntwo');
  expect(Text(300, 0).parse(' ')).toBe('');
  expect(Text(300, 0).safeParse('\u200b').success).toBe(false);
});
