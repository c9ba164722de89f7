import { lifelike } from '../../scripts/demo/day/pace';
import { narrator } from '../../scripts/demo/narrator';
import { playDay } from '../../scripts/demo/playDay';
import { type SpreadOut, startSpreadOut } from '../support/spreadOut';
import { describeWith } from '../support/tools';

jest.setTimeout(240_000);

/** Who dies in the middle of what: the next thing that happens is that many ask it at once. */
const deaths = [
  { service: 'orders', when: /looks at \d+ offers/ },
  { service: 'delivery', when: /are announced as ready/ },
] as const;

describeWith('redis-server')('five processes, MongoDB and Redis', () => {
  let system: SpreadOut;
  beforeAll(async () => {
    system = await startSpreadOut();
  });
  afterAll(() => system.close());

  test('a whole day with balanced books, though orders and delivery are killed on the way', async () => {
    const told: string[] = [];
    const restarted: Promise<void>[] = [];
    const hear = (line: string) => {
      told.push(line);
      for (const { service, when } of deaths)
        if (when.test(line)) restarted.push(system.killAndRestart(service));
    };
    const checks = await playDay({
      connection: { url: system.url, retries: 10, time: system.time },
      narrator: narrator(hear, system.time),
      pace: lifelike,
      stripe: system.stripe,
    }).catch((error: unknown) => {
      const outputs = (['orders', 'delivery', 'gateway'] as const).map((one) =>
        system.output(one).slice(-700),
      );
      throw new Error([String(error), ...told.slice(-5), ...outputs].join('\n'), { cause: error });
    });
    await Promise.all(restarted);
    expect(restarted).toHaveLength(deaths.length);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });
});
