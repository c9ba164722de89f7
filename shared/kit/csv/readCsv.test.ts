import fc from 'fast-check';
import { csv } from './csv';
import { readCsv } from './readCsv';

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

test.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
  expect(cellsOf(['a,b', 'c,'].join(end))).toEqual([
    ['a', 'b'],
    ['c', ''],
  ]);
});

test('reads what stands in quotes, and says on which line of the text a record begins', () => {
  expect(readCsv('\uFEFFa;b\n"one; ""two""\nthree"; "x" \nlast;')).toEqual([
    { line: 1, cells: ['a', 'b'], isOpen: false },
    { line: 2, cells: ['one; "two"\nthree', 'x'], isOpen: false },
    { line: 4, cells: ['last', ''], isOpen: false },
  ]);
});

test('a quote within a cell is a sign like others', () => {
  expect(cellsOf('a,5" pipe\nb,"c" "d"')).toEqual([
    ['a', '5" pipe'],
    ['b', 'c "d"'],
  ]);
});

test('says of which record a quote is never closed', () => {
  expect(readCsv('a,b\nc,"d\ne,f')).toMatchObject([{ isOpen: false }, { line: 2, isOpen: true }]);
});

test('reads back what this product writes', () => {
  const words = fc.stringMatching(/^[a-z]([a-z",\n]*[a-z"])?$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1 }), (rows) => {
      const written = rows.map((row) => row.map((text) => text.replaceAll('\n', ' ')));
      expect(cellsOf(csv(rows)).slice(0, -1)).toEqual(written);
    }),
  );
});
