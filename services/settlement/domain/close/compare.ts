import { type DifferenceKind } from '#shared/contracts/settlement/close';
import { type DifferenceAbout, type FoundDifference, type MovementKey, type Side } from './difference';

/** What moved under a key on the day that is compared. */
export type Movement = {
  readonly key: MovementKey;
  readonly about: DifferenceAbout;
  readonly ours?: Side;
  readonly theirs?: Side;
};

/** All that ever moved under a key, in fen. */
export type Totals = { readonly ours: number; readonly theirs: number };

/** Later than this before midnight, a provider may well book it on the next day, in ms. */
const nearMidnightMs = 60 * 60_000;

export const differs = ({ ours, theirs }: Pick<Movement, 'ours' | 'theirs'>): boolean =>
  (ours?.fen ?? 0) !== (theirs?.fen ?? 0);

/**
 * What a movement is that both sides tell differently on a day.
 * @param totals what both tell of it on all days: when these agree, only the day is another one
 * @param dayAfterKnown whether the statement of the next day was read
 */
export function explained(
  { key, about, ours, theirs }: Movement,
  totals: Totals,
  { until, dayAfterKnown }: { readonly until: Date; readonly dayAfterKnown: boolean },
): FoundDifference {
  const sides = { key, about, ...(ours && { ours }), ...(theirs && { theirs }) };
  if (totals.ours === totals.theirs) return { ...sides, kind: 'other_day', suggestion: 'nothing' };
  const kind: DifferenceKind = !theirs ? 'missing_at_provider' : ours ? 'other_amount' : 'missing_with_us';
  const isLate = ours !== undefined && until.getTime() - ours.at.getTime() < nearMidnightMs;
  if (kind === 'missing_at_provider' && isLate && !dayAfterKnown)
    return { ...sides, kind, suggestion: 'wait_for_next_day' };
  if (kind === 'missing_with_us')
    return { ...sides, kind, suggestion: about.orderId === undefined ? 'book_it' : 'look_at_order' };
  return { ...sides, kind, suggestion: 'ask_provider' };
}

/** Adds `fen` to one side of what moved under a key. */
export function withSide(
  movement: Movement | undefined,
  { key, about }: Pick<Movement, 'key' | 'about'>,
  side: 'ours' | 'theirs',
  { fen, at }: Side,
): Movement {
  const before = movement ?? { key, about };
  const sum = { fen: (before[side]?.fen ?? 0) + fen, at: before[side]?.at ?? at };
  return { ...before, about: { ...about, ...before.about }, [side]: sum };
}
