import { setImmediate } from 'node:timers/promises';
import { sharedRuns } from './sharedRuns';

/** Runs that end when the test says so. */
function underControl() {
  const run = sharedRuns<string>();
  const begun: { readonly key: string; end: (result: string) => void; fail: (error: Error) => void }[] = [];
  const ask = (key: string) =>
    run(
      key,
      () =>
        new Promise<string>((resolve, reject) => {
          begun.push({ key, end: resolve, fail: reject });
        }),
    );
  return { ask, begun };
}

test('those who ask together share a run; those who ask while it goes on share the next', async () => {
  const { ask, begun } = underControl();
  const first = [ask('a'), ask('a')];
  await setImmediate();
  expect(begun).toHaveLength(1);
  const later = [ask('a'), ask('a'), ask('a')];
  await setImmediate();
  expect(begun).toHaveLength(1);
  begun[0]!.end('old');
  expect(await Promise.all(first)).toEqual(['old', 'old']);
  await setImmediate();
  expect(begun).toHaveLength(2);
  begun[1]!.end('new');
  expect(await Promise.all(later)).toEqual(['new', 'new', 'new']);
});

test('other keys do not wait', async () => {
  const { ask, begun } = underControl();
  void ask('a');
  void ask('b');
  await setImmediate();
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b']);
});

test('a run that fails fails those who share it, and nobody after them', async () => {
  const { ask, begun } = underControl();
  const first = [ask('a'), ask('a')].map((asked) => expect(asked).rejects.toThrow('away'));
  await setImmediate();
  const later = ask('a');
  begun[0]!.fail(new Error('away'));
  await Promise.all(first);
  await setImmediate();
  begun[1]!.end('back');
  expect(await later).toBe('back');
});
