import { setStage, type Stage } from './stage';

export type Journey = (stage: Stage) => Promise<void>;

const setUpMs = 240_000;
const journeyMs = 240_000;

/**
 * Runs journeys at the same time on one stage, each reported as a test of its own: most of their time they wait for cutoffs and
 * deadlines, and each has a town of its own.
 */
export function together(journeys: Readonly<Record<string, Journey>>): void {
  let stage: Stage | undefined;
  const running = new Map<string, Promise<void>>();

  beforeAll(async () => {
    const set = await setStage();
    stage = set;
    for (const [name, journey] of Object.entries(journeys)) {
      const under = journey(set);
      under.catch(() => undefined); // its own test tells
      running.set(name, under);
    }
  }, setUpMs);

  afterAll(async () => {
    await Promise.allSettled(running.values());
    await stage?.close();
  }, journeyMs);

  test.each(Object.keys(journeys))('%s', async (name) => running.get(name), journeyMs);
}
