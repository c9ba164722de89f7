import { every, type Schedule } from '#shared/kit/schedule/every';
import { type ServiceDeps } from '#shared/kit/service';
import { type Collections } from '../storage/collections';
import { ensureDemoCycles } from './cycles';

const hourMs = 3600 * 1000;

/** Keeps the demo going: there is always an open cycle. */
export const runDemo = (collections: Collections, { now, log }: Pick<ServiceDeps, 'now' | 'log'>): Schedule =>
  every({
    name: 'catalog:demo_cycles',
    intervalMs: hourMs,
    run: (at) => ensureDemoCycles(collections, at),
    now,
    log,
  });
