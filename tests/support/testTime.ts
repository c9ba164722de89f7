import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Time } from '../../scripts/demo/actors/time';
import { setTestClock, testClock } from '../../shared/kit/testClock';

/** The time of one start of the product and of all its people, which goes on as always and is moved on by the test. */
export type TestTime = Time & {
  /** For `TEST_CLOCK` of the start. */
  readonly file: string;
  readonly passes: (ms: number) => Promise<void>;
  /** Calls `follow` after each move with the ms that it went on by: phones have clocks of their own. Ends by the answered function. */
  readonly onPass: (follow: (ms: number) => Promise<void>) => () => void;
  readonly close: () => void;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The clocks of Shanghai, where all cities of the demo and of the tests lie, are ahead of UTC by so much. */
const shanghaiMs = 8 * hourMs;

/**
 * The time of a start that begins.
 * @param begins what time it is then. Early tomorrow unless told: never in the past, so that the database forgets nothing too soon,
 * and at the same time of day whenever tests run
 */
export function startTestTime(begins = timeOfNextDay(new Date(), 6)): TestTime {
  const folder = mkdtempSync(join(tmpdir(), 'lintuan-time-'));
  const file = join(folder, 'clock');
  writeFileSync(file, Buffer.alloc(8));
  setTestClock(file, begins.getTime() - Date.now());
  const now = testClock(file);
  const followers = new Set<(ms: number) => Promise<void>>();

  async function passes(ms: number): Promise<void> {
    if (ms <= 0) return;
    setTestClock(file, now().getTime() - Date.now() + ms);
    await Promise.all([...followers].map((follow) => follow(ms)));
  }

  return {
    file,
    now,
    passes,
    comesTo: (at) => passes(at.getTime() - now().getTime()),
    onPass(follow) {
      followers.add(follow);
      return () => {
        followers.delete(follow);
      };
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const startOfDay = (at: Date): number => Math.floor((at.getTime() + shanghaiMs) / dayMs) * dayMs - shanghaiMs;

/** That hour of the day in Shanghai, on the day of `at`. */
export const timeOfDay = (at: Date, hour: number): Date => new Date(startOfDay(at) + hour * hourMs);

/** The same on the day after. */
export const timeOfNextDay = (at: Date, hour: number): Date =>
  timeOfDay(new Date(at.getTime() + dayMs), hour);
