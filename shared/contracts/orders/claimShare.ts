import { type ClaimShare } from './claimViews';

/**
 * The part of a line's `fen` that its first `units` of `ofUnits` stand for. Taking units away one by one or together gives
 * the same amounts, and all units together give exactly `fen`.
 */
export function valueOfUnits(fen: number, units: number, ofUnits: number): number {
  const taken = Math.min(units, ofUnits);
  return taken === 0 ? 0 : taken * Math.floor(fen / ofUnits) + Math.min(taken, fen % ofUnits);
}

/** What a share of a line is worth whose `units` cost `fen` together, in fen (rule 13). What is left of the line may be less. */
export const worthOfShare = (fen: number, units: number, share: ClaimShare): number =>
  share.kind === 'percent' ? Math.round((fen * share.percent) / 100) : valueOfUnits(fen, share.units, units);
