import { anEvent } from '../../../../tests/support/events';
import { aSetAsideStore } from '../../../../tests/support/busDatabase';
import { readCommand, runCommand } from './command';

const at = new Date('2026-03-01T08:00:00Z');

test.each([[[]], [['redrive']], [['forget']], [['list', '--service', 'bakery']], [['list', '--loud']]])(
  '%j is answered with how the command is used',
  (given) => {
    expect(() => readCommand(given)).toThrow('npm run events:set-aside -- list');
  },
);

test('lists what lies there with its reason, and hands on what is meant, once', async () => {
  const store = await aSetAsideStore();
  const [one, two, three] = [anEvent('o1', 'paid'), anEvent('o2', 'paid'), anEvent('o3', 'paid')];
  const why = { reason: 'TypeError: no\n lines', attempts: 20, setAsideAt: at };
  await store.put({ group: 'stock', event: one, ...why });
  await store.put({ group: 'stock', event: two, ...why });
  await store.put({ group: 'books', event: three, ...why });
  const run = (...given: string[]) => runCommand(readCommand(given), [store], at);

  const lines = await run('list', '--group', 'stock');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`stock  paid  ${one.id}  of o1`);
  expect(lines[0]).toContain('20 attempts: TypeError: no lines');

  expect(await run('redrive', two.id)).toEqual([expect.stringMatching(/^1 handed on/)]);
  expect((await store.handedOn('stock', 10)).map(({ event }) => event)).toEqual([two]);
  expect(await run('redrive', two.id)).toEqual([expect.stringMatching(/^Nothing was handed on/)]);
  expect(await run('redrive', '--all')).toEqual([expect.stringMatching(/^2 handed on/)]);
  expect((await run('list', '--group', 'books'))[0]).toContain('handed on 2026-03-01');
});

test('says so when nothing lies there', async () => {
  expect(await runCommand(readCommand(['list']), [await aSetAsideStore()], at)).toEqual([
    'No event is set aside.',
  ]);
});
