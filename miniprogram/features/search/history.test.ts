import { forgetHistory, remember, searchHistory } from './history';

test('keeps the newest ten, each once', () => {
  for (let n = 1; n <= 12; n += 1) remember(`w${n}`);
  remember('w5');
  expect(searchHistory()).toHaveLength(10);
  expect(searchHistory().slice(0, 3)).toEqual(['w5', 'w12', 'w11']);
  forgetHistory();
  expect(searchHistory()).toEqual([]);
});
