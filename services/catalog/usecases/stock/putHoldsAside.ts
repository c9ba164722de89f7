import { LRUCache } from 'lru-cache';
import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { type Hold } from '../../domain/hold';
import { type Taking } from '../../domain/taking';
import { type StockDeps } from './stockDeps';

const maxTries = 5;
const pagesAtOnce = 20;
/** Unpaid orders hold for minutes: a page this old is looked at whether it holds anything. */
const forgetAfterMs = 3_600_000;
const forgottenAtOnce = 500;

/**
 * Keeps offers small, whose every change would cost the more the more orders are unpaid: the oldest holds of a crowded one are moved to
 * pages. Only holds that a reservation names, so that those which a process left that died stay where they are found.
 *
 * After a crash: either the offer has the holds, or it names their pages. Pages that no offer names are forgotten later.
 */
export function putHoldsAside({
  holds,
  holdPages,
  holdsKept,
  reservations,
  now,
  token,
}: Pick<StockDeps, 'holds' | 'holdPages' | 'holdsKept' | 'reservations' | 'now' | 'token'>) {
  /** Holds of each offer since the last look; a count that is lost is made good by `putAllAside`. */
  const fresh = new LRUCache<OfferId, number>({ max: 10_000 });
  const running = new Map<OfferId, Promise<void>>();

  async function putAside(offerId: OfferId): Promise<void> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const offer = await holds.lyingIn(offerId);
      const spare = offer ? Math.min(offer.holds.length - holdsKept, pagesAtOnce * holdPages.size) : 0;
      if (!offer || spare < holdPages.size) return;
      const oldest = await leadingNamed(offer.holds.slice(0, spare));
      const whole = oldest.slice(0, oldest.length - (oldest.length % holdPages.size));
      if (whole.length === 0) return;
      if (await holdPages.move(offer, whole, { now: now(), token })) return;
    }
  }

  /** Those before the first that no reservation names. */
  async function leadingNamed(oldest: readonly Hold[]): Promise<readonly Hold[]> {
    const takes = await reservations.takes(oldest.map(({ orderId }) => orderId));
    const unnamed = oldest.findIndex(({ orderId, take }) => takes.get(orderId) !== take);
    return unnamed < 0 ? oldest : oldest.slice(0, unnamed);
  }

  return {
    /** Told of what was reserved. Costs the caller nothing, and what fails is made good by `putAllAside`. */
    noticed(takings: readonly Pick<Taking, 'lines'>[]): void {
      for (const { offerId } of takings.flatMap(({ lines }) => lines)) {
        const count = (fresh.get(offerId) ?? 0) + 1;
        fresh.set(offerId, count);
        if (count < holdPages.size || running.has(offerId)) continue;
        fresh.delete(offerId);
        const work = putAside(offerId)
          .catch(() => undefined)
          .finally(() => running.delete(offerId));
        running.set(offerId, work);
      }
    },

    /** Does the same for every crowded offer of some cycles. */
    async putAllAside(cycleIds: readonly CycleId[]): Promise<void> {
      for (const cycleId of cycleIds)
        for (const offerId of await holds.crowdedIn(cycleId, holdsKept + holdPages.size))
          await putAside(offerId);
    },

    /** Forgets pages that hold nothing any more. */
    forgetPages: (at: Date) => holdPages.forget(new Date(at.getTime() - forgetAfterMs), forgottenAtOnce),

    async close(): Promise<void> {
      await Promise.all(running.values());
    },
  };
}

export type PutHoldsAside = ReturnType<typeof putHoldsAside>;
