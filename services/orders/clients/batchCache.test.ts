import { BatchCache } from './batchCache';

type Word = { readonly key: string; readonly text: string };

/** A cache over `words`, and what was asked of them: answered when the test says so. */
function cacheOf(words: Record<string, string>) {
  const asked: string[][] = [];
  const waiting: (() => void)[] = [];
  const cache = new BatchCache<string, Word>({
    max: 10,
    ttlMs: 60_000,
    keyOf: ({ key }) => key,
    load: (keys) => {
      asked.push([...keys]);
      const found = keys.flatMap((key) => (words[key] === undefined ? [] : [{ key, text: words[key] }]));
      return new Promise((resolve) =>
        waiting.push(() => {
          resolve(found);
        }),
      );
    },
  });
  const answer = () => {
    for (const one of waiting.splice(0)) one();
  };
  return { cache, asked, answer };
}

test('what is asked for at the same time is read once, and answered in the order of the keys', async () => {
  const { cache, asked, answer } = cacheOf({ a: 'A', b: 'B' });
  const both = [cache.get(['b', 'a']), cache.get(['a', 'x', 'b'])];
  answer();
  expect(await Promise.all(both)).toMatchObject([
    [{ text: 'B' }, { text: 'A' }],
    [{ text: 'A' }, undefined, { text: 'B' }],
  ]);
  expect(asked).toEqual([['b', 'a'], ['x']]);
  expect(cache.kept(['a', 'b'])).toHaveLength(2);
  expect(cache.kept(['a', 'x'])).toBeUndefined();
  expect(await cache.one('a')).toMatchObject({ text: 'A' });
  expect(asked).toHaveLength(2);
});

test('what is unknown is asked for again, and so is what could not be read', async () => {
  let fails = true;
  const load = jest.fn(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve([])));
  const cache = new BatchCache<string, Word>({ max: 10, ttlMs: 60_000, keyOf: ({ key }) => key, load });
  await expect(cache.get(['a'])).rejects.toThrow('away');
  fails = false;
  expect(await cache.one('a')).toBeUndefined();
  expect(await cache.one('a')).toBeUndefined();
  expect(load).toHaveBeenCalledTimes(3);
});

test('what was forgotten while it was read is read again', async () => {
  const words: Record<string, string> = { a: 'old' };
  const { cache, asked, answer } = cacheOf(words);
  const before = cache.one('a');
  words['a'] = 'new';
  cache.forget(['a']);
  const after = cache.one('a');
  answer();
  expect([await before, await after]).toMatchObject([{ text: 'old' }, { text: 'new' }]);
  expect(await cache.one('a')).toMatchObject({ text: 'new' });
  expect(asked).toEqual([['a'], ['a']]);
});
