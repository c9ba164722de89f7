import { LRUCache } from 'lru-cache';
import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { notFound } from '#shared/kit/domainError';
import { isOpen } from '../../domain/cycleWindow';
import { type Cycle } from '../../domain/range';
import { type CycleStore } from '../../storage/cycles';

/** A cycle that was scheduled shows at the latest after this. */
const cyclesMs = 1_000;
const cyclesAhead = 10;

export type Place = {
  readonly cityId?: CityId | undefined;
  readonly pickupPointId?: PickupPointId | undefined;
};

/** Which cycle takes orders now; windows are remembered for a second, the clock is looked at each time. */
export function currentCycle({
  cycles,
  cityOf,
  now,
}: {
  cycles: CycleStore;
  cityOf: (pickupPointId: PickupPointId) => Promise<CityId>;
  now: Clock;
}) {
  const ahead = new LRUCache<CityId, readonly Cycle[]>({
    max: 1_000,
    ttl: cyclesMs,
    fetchMethod: (cityId) => cycles.notEnded(cityId, now(), cyclesAhead),
  });

  return async ({ cityId, pickupPointId }: Place) => {
    const city = cityId ?? (pickupPointId && (await cityOf(pickupPointId)));
    if (!city) throw notFound();
    const at = now();
    const known = ahead.get(city) ?? (await ahead.fetch(city)) ?? [];
    return {
      cityId: city,
      cycle: known.find((one) => isOpen(one, at)),
      next: known.find(({ opensAt }) => opensAt > at),
      at,
    };
  };
}

export type CurrentCycle = ReturnType<typeof currentCycle>;
