import { every } from '#shared/kit/schedule/every';
import { type ServiceDeps } from '#shared/kit/service';
import { type Pictures } from '../pictures/pictures';
import { type Collections } from '../storage/collections';
import { ensureDemoCycles } from './cycles';
import { addDemoPictures } from './pictures';

const hourMs = 3600 * 1000;

/** Keeps the demo going: there is always an open cycle, and products get their pictures. */
export function runDemo(
  collections: Collections,
  pictures: Pictures,
  { now, log }: Pick<ServiceDeps, 'now' | 'log'>,
): { close(): Promise<void> } {
  let stopped = false;
  const adding = addDemoPictures(collections, pictures, () => stopped).catch((error: unknown) => {
    if (!stopped) log.warn({ err: error }, 'the pictures of the demo could not be added');
  });
  const cycles = every({
    name: 'catalog:demo_cycles',
    intervalMs: hourMs,
    run: (at) => ensureDemoCycles(collections, at),
    now,
    log,
  });
  return {
    async close() {
      stopped = true;
      await Promise.all([cycles.close(), adding]);
    },
  };
}
