import { narrator } from '../../scripts/demo/narrator';
import { playDay } from '../../scripts/demo/playDay';
import { type AllInOne, startAllInOne } from '../support/allInOne';

jest.setTimeout(180_000);

let system: AllInOne;
beforeAll(async () => {
  system = await startAllInOne();
});
afterAll(() => system.close());

test('a whole day, from an empty selling window to balanced books', async () => {
  const told: string[] = [];
  const checks = await playDay({
    connection: { url: system.url, retries: 0 },
    narrator: narrator((line) => told.push(line)),
    presaleSeconds: 30,
    driveEveryMs: 300,
    stripe: await system.stripe(),
  }).catch((error: unknown) => {
    throw new Error(`${told.slice(-5).join('\n')}\n${system.program().output().slice(-2_000)}`, {
      cause: error,
    });
  });
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(checks.length).toBeGreaterThan(15);
  expect(system.program().output()).not.toMatch(/"level":"(error|fatal)"/);
});
