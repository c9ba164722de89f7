import { Unreachable } from '#shared/kit/client/remoteProblem';
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

type Place = { readonly id: string; readonly name: string };

function aCache() {
  const state = {
    now: 0,
    reads: [] as string[][],
    read: (ids: readonly string[]): Promise<Place[]> =>
      Promise.resolve(ids.map((id) => ({ id, name: `${id} new` }))),
  };
  const cache = new BatchCache<string, Place>({
    max: 10,
    ttlMs: 1_000,
    usableMs: 60_000,
    keyOf: ({ id }) => id,
    load: (ids) => {
      state.reads.push([...ids]);
      return state.read(ids);
    },
    clock: () => state.now,
  });
  cache.put({ id: 'a', name: 'a old' });
  return { state, cache };
}
const away = () => Promise.reject(new Unreachable('delivery', 'connection refused'));

test('an older value is used for some minutes while the service is away, and no longer', async () => {
  const { state, cache } = aCache();
  state.read = away;
  state.now = 59_999;
  expect((await cache.one('a'))?.name).toBe('a old');
  await expect(cache.one('b')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  state.now = 60_000;
  await expect(cache.one('a')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
});

test('a service that hangs keeps nobody waiting who has an older value', async () => {
  const { state, cache } = aCache();
  state.read = () => new Promise(() => undefined);
  state.now = 5_000;
  expect((await cache.one('a'))?.name).toBe('a old');
});

test('what was forgotten is read again, and used as it was only while that is impossible', async () => {
  const { state, cache } = aCache();
  cache.forget(['a']);
  expect((await cache.one('a'))?.name).toBe('a new');
  cache.forget(['a']);
  state.read = away;
  expect((await cache.one('a'))?.name).toBe('a new');
});

test('a value that is gone is unknown, and other failures than being away are told', async () => {
  const { state, cache } = aCache();
  state.now = 1_000;
  state.read = () => Promise.reject(new Error('a bug'));
  await expect(cache.one('a')).rejects.toThrow('a bug');
  state.read = () => Promise.resolve([]);
  expect(await cache.one('a')).toBeUndefined();
  state.read = away;
  await expect(cache.one('a')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
});

test('a copy that was kept elsewhere is used while nothing can be read, and no longer', async () => {
  let away = true;
  const cache = new BatchCache<string, Word>({
    max: 10,
    ttlMs: 60_000,
    keyOf: ({ key }) => key,
    load: () => (away ? Promise.reject(new Unreachable('words', 'gone')) : Promise.resolve([])),
    copies: (keys) => Promise.resolve(keys.flatMap((key) => (key === 'a' ? [{ key, text: 'kept' }] : []))),
  });
  expect(await cache.one('a')).toMatchObject({ text: 'kept' });
  expect(await cache.one('a')).toMatchObject({ text: 'kept' });
  await expect(cache.one('b')).rejects.toThrow(Unreachable);
  away = false;
  expect(await cache.one('a')).toBeUndefined();
});
