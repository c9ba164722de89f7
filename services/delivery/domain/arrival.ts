import { type ArrivalReason } from '#shared/contracts/delivery/stopViews';
import { type Position } from '#shared/contracts/common';
import { Refused } from '#shared/kit/domainError';
import { metresBetween } from './geo';

/** A position tells where the courier stands for so long. */
const freshMs = 2 * 60_000;

/** What makes an arrival doubtful: it was confirmed from afar, or the phone did not tell where it is. */
export type ArrivalDoubt =
  | {
      readonly kind: 'far';
      readonly metres: number;
      readonly reason: ArrivalReason;
      readonly note?: string;
    }
  | { readonly kind: 'unplaced' };

export type ArrivalReport = {
  readonly at: Date;
  readonly position?: Position | undefined;
  /** When the phone was there; without it: at the arrival. */
  readonly positionAt?: Date | undefined;
  readonly confirmed?: { readonly reason: ArrivalReason; readonly note?: string | undefined } | undefined;
};

/**
 * Compares where the courier's phone is with where the goods go.
 * @returns nothing when it is there
 * @throws {Refused} ARRIVAL_FAR with the distance, unless the courier has confirmed it with a reason
 */
export function arrivalDoubt(
  { at, position, positionAt = at, confirmed }: ArrivalReport,
  point: Position,
  allowedMetres: number,
): ArrivalDoubt | undefined {
  if (!position || Math.abs(at.getTime() - positionAt.getTime()) > freshMs) return { kind: 'unplaced' };
  const metres = Math.round(metresBetween(position, point));
  if (metres <= allowedMetres) return undefined;
  if (!confirmed) throw new Refused('ARRIVAL_FAR', undefined, { metres, allowedMetres });
  const { reason, note } = confirmed;
  return { kind: 'far', metres, reason, ...(note === undefined ? {} : { note }) };
}
