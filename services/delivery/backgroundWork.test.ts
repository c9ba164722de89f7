import { createLog } from '#shared/kit/log/log';
import { backgroundWork } from './backgroundWork';

const log = createLog({ service: 'delivery', level: 'silent' });

test('what is asked again while it runs is done once more, with the latest', async () => {
  const background = backgroundWork(log);
  const did: string[] = [];
  const open: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<void>((resolve) => {
      did.push(name);
      open.push(resolve);
    });
  for (const name of ['first', 'second', 'third']) background.runLatest('tell', 'a', work(name));
  background.runLatest('tell', 'b', work('other'));
  expect(did).toEqual(['first', 'other']);
  while (open.length > 0) {
    open.shift()?.();
    await new Promise(setImmediate);
  }
  await background.close();
  expect(did).toEqual(['first', 'other', 'third']);
});

test('a failure stops nothing that is asked for later', async () => {
  const background = backgroundWork(log);
  let done = 0;
  background.runLatest('tell', 'a', () => Promise.reject(new Error('away')));
  await background.close();
  background.runLatest('tell', 'a', () => Promise.resolve((done += 1)));
  await background.close();
  expect(done).toBe(1);
});
