import { realTime } from '../../scripts/demo/actors/time';
import { compressed } from '../../scripts/demo/day/pace';
import { narrator } from '../../scripts/demo/narrator';
import { type Act, playDay } from '../../scripts/demo/playDay';
import { sleep } from '../../scripts/demo/actors/waiting';
import { type SpreadOut, startSpreadOut } from '../support/spreadOut';
import { describeWith } from '../support/tools';

jest.setTimeout(240_000);

describeWith('redis-server')('five processes, MongoDB and Redis', () => {
  let system: SpreadOut;
  beforeAll(async () => {
    system = await startSpreadOut();
  });
  afterAll(() => system.close());

  test('a whole day with balanced books, though orders and delivery are killed on the way', async () => {
    const told: string[] = [];
    const restarted: Promise<void>[] = [];
    const checks = await playDay({
      connection: { url: system.url, retries: 10, time: realTime },
      narrator: narrator((line) => told.push(line), realTime),
      // Some twenty are enough on a quiet machine that does nothing else.
      pace: { ...compressed, presaleSeconds: 70, driveEveryMs: 300 },
      stripe: system.stripe,
      onAct: (act: Act) => {
        if (act === 'presale') restarted.push(sleep(2_500).then(() => system.killAndRestart('orders')));
        if (act === 'pickup') restarted.push(sleep(500).then(() => system.killAndRestart('delivery')));
      },
    }).catch((error: unknown) => {
      const outputs = (['orders', 'delivery', 'gateway'] as const).map((one) =>
        system.output(one).slice(-700),
      );
      throw new Error([String(error), ...told.slice(-5), ...outputs].join('\n'), { cause: error });
    });
    await Promise.all(restarted);
    expect(restarted).toHaveLength(2);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });
});
