import { shifted } from './order';

test('a stop is visited one place earlier or later', () => {
  expect(shifted(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(shifted(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
});

test('nothing is before the first and after the last', () => {
  expect(shifted(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(shifted(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(shifted([], 0, 1)).toEqual([]);
});
