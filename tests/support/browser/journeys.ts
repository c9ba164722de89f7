import { setStage, type Stage } from './stage';

export type Journey = (stage: Stage) => Promise<void>;

const setUpMs = 300_000;
const journeyMs = 420_000;

/**
 * Runs journeys one after the other on one stage: each has a day and a town of its own, and time goes on for all at once. Files of
 * tests run beside each other, which is what a machine has processors for.
 */
export function journeys(all: Readonly<Record<string, Journey>>): void {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  }, setUpMs);
  afterAll(() => stage.close(), setUpMs);

  test.each(Object.entries(all))('%s', (_name, journey) => journey(stage), journeyMs);
}
