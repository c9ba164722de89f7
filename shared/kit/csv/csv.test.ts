import fc from 'fast-check';
import { csv } from './csv';

/** Reads CSV as RFC 4180 has it, without the mark at its beginning. */
function read(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
const cell = (text: string): string => read(csv([['before', text, 'after']]))[0]![1]!;

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1',
  '\t=1',
  '\r=1',
  '\n=1',
  '\u2028=1',
  '\u00a0=1',
  '\u3000=1',
  '\u200b=1',
  '\ufeff=1',
  '\0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '|calc',
  '"=1',
  "'=1",
  'Mei;=1',
  'Mei；=cmd',
  'Mei,\t=1',
  'Mei\n=cmd|"/c calc"!A1',
  'Mei\r=cmd',
  'Mei\r\n=cmd',
  'Mei\u2028=cmd',
  'Mei\u2029=cmd',
  'Mei\u0085=cmd',
  'Mei\v=cmd',
  'Mei\f=cmd',
])('%j becomes no formula, in no cell of any spreadsheet', (text) => {
  const line = csv([['before', text, 'after']]).slice(1, -2);
  expect(line).not.toMatch(/[\r\n\u2028\u2029\u0085\v\f\t\0]/);
  for (const separator of [',', ';', '\t'])
    for (const part of line.split(separator))
      expect(part.replace(/^[\s"\u3000]+/, '')).not.toMatch(/^[=+\-@|＝＋－＠]/);
});

test.each([
  '0001',
  '0000',
  '12',
  '1-2',
  '3/4',
  '1e5',
  '.5',
  '12:30',
  '440106199001011234',
  '００１',
  '50%',
  '2026年1月2日',
])('the digits %s stay text', (digits) => {
  expect(cell(digits)).toBe(`'${digits}`);
});

test.each([
  '',
  'Mei',
  '王小美',
  'ord_01',
  '3 幢 502',
  'Anne-Marie',
  'a "quoted" word',
  'one, two',
  '五常大米 5kg',
  '👩‍🌾',
])('%j stays as it is', (text) => {
  expect(cell(text)).toBe(text);
});

test('numbers stay numbers', () => {
  expect(csv([[1, -2, 0.5]])).toBe('\uFEFF1,-2,0.5\r\n');
  expect(() => csv([[Number.NaN]])).toThrow(TypeError);
});

test('digits for another program stay bare, and nothing else does', () => {
  expect(csv([[{ digits: '6222020200112233445' }, { digits: '12.30' }]])).toBe(
    '\uFEFF6222020200112233445,12.30\r\n',
  );
  expect(() => csv([[{ digits: '=1' }]])).toThrow(TypeError);
});

test('whatever people type, each record is one line with its cells, none of which can begin a formula', () => {
  const special = '=+-@|;,"\'\t\r\n\v\f\u0085\u2028\u2029\u202e\u200b\u3000＝＋－＠0９ ';
  const nasty = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from(special)),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (records) => {
      const text = csv(records);
      const back = read(text);
      expect(back.map((record) => record.length)).toEqual(records.map(() => 3));
      expect(text.split(/\r\n|[\r\n\u2028\u2029\u0085]/)).toHaveLength(records.length + 1);
      for (const one of back.flat()) expect(one).not.toMatch(/^[\s\u3000\u200b"]*[=+\-@|＝＋－＠]/);
    }),
  );
});
