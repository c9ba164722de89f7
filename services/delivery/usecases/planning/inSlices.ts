import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Work } from '../../domain/planning/improveTour';

/** Requests that came in meanwhile wait no longer than this. */
const sliceMs = 10;

/** Runs long work a slice at a time, so that everything else goes on. */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
