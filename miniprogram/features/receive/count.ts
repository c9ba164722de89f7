import { type CrateView } from '#shared/contracts/delivery/stopViews';
import { persisted } from '@/platform/persisted';
import { type Difference } from './useReceive';

/** What was counted so far, by crate: no entry means not yet, no differences mean complete. */
export type Count = Readonly<Record<string, readonly Difference[]>>;

type Draft = { readonly stopId: string; readonly count: Count };
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'stopId' in value && 'count' in value;
const kept = persisted<Draft>('receive-draft', 1, isDraft);

/** Counting survives a call that comes in between: what was counted of this stop on this phone. */
export const draftOf = (stopId: string): Count => {
  const draft = kept.read();
  return draft?.stopId === stopId ? draft.count : {};
};
export const keepDraft = (stopId: string, count: Count): void => kept.write({ stopId, count });

/** Crates that really came: what stayed behind needs no counting. */
export const toCount = (crates: readonly CrateView[]): readonly CrateView[] =>
  crates.filter(({ missing }) => missing === undefined);

export const uncounted = (crates: readonly CrateView[], count: Count): number =>
  toCount(crates).filter(({ crateId }) => count[crateId] === undefined).length;

export const allDifferences = (count: Count): Difference[] => Object.values(count).flat();
