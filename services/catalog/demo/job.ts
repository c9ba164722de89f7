import { type Job } from '#shared/kit/service/assembly';
import { type Collections } from '../storage/collections';
import { ensureDemoCycles } from './cycles';

const hourMs = 3600 * 1000;

/** Keeps the demo going: there is always an open cycle. */
export const demoJob = (collections: Collections): Record<'demo_cycles', Job> => ({
  demo_cycles: { everyMs: hourMs, run: (at) => ensureDemoCycles(collections, at) },
});
