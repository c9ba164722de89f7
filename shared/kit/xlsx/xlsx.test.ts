import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { xlsx, type XlsxCell } from './xlsx';

const sheetOf = (bytes: Buffer, at = 1): string =>
  strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${at}.xml`]!);

/** The cells of a sheet, as a program that opens it has them. */
function read(sheet: string): (string | number)[][] {
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('_x005F_', '_');
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
      ([, text, number]) => (number === undefined ? plain(text ?? '') : Number(number)),
    ),
  );
}
const one = (rows: readonly (readonly XlsxCell[])[]) => xlsx([{ name: '明细', heads: ['甲'], rows }]);

test('texts and numbers come back as they went, money with two places', () => {
  const sheet = sheetOf(one([['鲜牛奶 & <b>', 3, { yuan: 12.5 }, '0001', '_x000D_']]));
  expect(read(sheet)).toEqual([['甲'], ['鲜牛奶 & <b>', 3, 12.5, '0001', '_x000D_']]);
  expect(sheet).toContain('<c s="2"><v>12.5</v></c>');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A1', '\t=1', '＝1'])(
  '%j is text, no formula',
  (cell) => {
    const sheet = sheetOf(one([[cell]]));
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('t="inlineStr"');
    expect(read(sheet)[1]).toEqual([cell]);
  },
);

test('whatever people type, the sheet is whole XML with its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
      const sheet = sheetOf(one([cells]));
      // eslint-disable-next-line no-control-regex -- exactly these are no XML
      expect(sheet).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
      expect(read(sheet)[1]).toHaveLength(cells.length);
    }),
  );
});

test('several sheets have names that every program takes, and the same tables are the same file', () => {
  const sheets = ["a/b:c'[d]".repeat(9), '同名', '同名'].map((name) => ({ name, heads: ['甲'], rows: [] }));
  const bytes = xlsx(sheets);
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml']!);
  const names = [...workbook.matchAll(/sheet name="(.*?)"/g)].map(([, name = '']) => name);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  expect(xlsx(sheets).equals(bytes)).toBe(true);
});

test('a number that is none is a mistake', () => {
  expect(() => one([[Number.NaN]])).toThrow(TypeError);
});
