import { latestOfEach } from './latestOfEach';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function passing() {
  const passed: string[] = [];
  const latest = latestOfEach<string, number>(1_000, (key, value) => passed.push(`${key}${value}`));
  return { passed, latest };
}

test('the first goes on at once, then the latest of each interval, each key by itself', () => {
  const { passed, latest } = passing();
  for (const value of [1, 2, 3]) latest.put('a', value);
  latest.put('b', 1);
  expect(passed).toEqual(['a1', 'b1']);
  jest.advanceTimersByTime(1_000);
  expect(passed).toEqual(['a1', 'b1', 'a3']);
  latest.put('a', 4);
  latest.put('b', 2);
  expect(passed).toEqual(['a1', 'b1', 'a3', 'b2']);
  jest.advanceTimersByTime(1_000);
  expect(passed).toEqual(['a1', 'b1', 'a3', 'b2', 'a4']);
});

test('after a pause the next goes on at once; undefined is a value, too', () => {
  const passed: unknown[] = [];
  const latest = latestOfEach<string, number | undefined>(1_000, (_key, value) => passed.push(value));
  latest.put('a', 1);
  jest.advanceTimersByTime(5_000);
  latest.put('a', undefined);
  latest.put('a', undefined);
  expect(passed).toEqual([1, undefined]);
  jest.advanceTimersByTime(1_000);
  expect(passed).toEqual([1, undefined, undefined]);
});

test('when it closes, what waits goes on, and nothing after that', () => {
  const { passed, latest } = passing();
  latest.put('a', 1);
  latest.put('a', 2);
  latest.put('b', 1);
  latest.close();
  expect(passed).toEqual(['a1', 'b1', 'a2']);
  jest.advanceTimersByTime(5_000);
  expect(passed).toHaveLength(3);
  expect(jest.getTimerCount()).toBe(0);
});
