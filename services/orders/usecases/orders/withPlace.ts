import { DomainError, Refused } from '#shared/kit/domainError';
import { type Place } from '../../storage/places';
import { type OrdersDeps } from '../deps';

type Steps<Held, Kept> = {
  /** Holds what else the order needs. */
  readonly hold: () => Promise<Held>;
  /** Keeps the order; undefined when it was there already, with its place. */
  readonly keep: (held: Held) => Promise<Kept | undefined>;
  /** Gives back what this try held. @returns whether another try of the same order goes on with it. */
  readonly leave: () => Promise<boolean>;
};

/**
 * Takes a place at the pickup point while the rest is held, so that it takes no time of its own, and keeps the order only with both.
 * @param place undefined where places are not counted.
 * Several tries of one order may be under way at once: each gives back its own place, and only what it held itself.
 * @throws {Refused} PICKUP_POINT_FULL, REQUEST_IN_PROGRESS while another try of the order may still have got a place, and what the
 * steps throw; then the place is free again.
 */
export async function withPlace<Held, Kept>(
  { pointDays }: Pick<OrdersDeps, 'pointDays'>,
  place: Place | undefined,
  { hold, keep, leave }: Steps<Held, Kept>,
): Promise<Kept | undefined> {
  if (!place) return keep(await hold());
  if (pointDays.isFull(place)) throw new Refused('PICKUP_POINT_FULL');
  const [taken, held] = await Promise.allSettled([pointDays.take(place), hold()]);
  const hasPlace = taken.status === 'fulfilled' && taken.value;
  const giveBack = () => (hasPlace ? pointDays.giveBack(place) : Promise.resolve());
  try {
    if (held.status === 'rejected') throw held.reason;
    if (!hasPlace) {
      const othersGoOn = await leave();
      if (taken.status === 'rejected') throw taken.reason;
      throw new Refused(othersGoOn ? 'REQUEST_IN_PROGRESS' : 'PICKUP_POINT_FULL');
    }
    const kept = await keep(held.value);
    if (kept === undefined) await giveBack();
    return kept;
  } catch (error) {
    // Of any other failure nobody knows whether the order was kept: then the place is counted anew one day.
    if (error instanceof DomainError) await giveBack();
    throw error;
  }
}
