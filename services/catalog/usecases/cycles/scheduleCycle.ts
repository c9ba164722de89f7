import { type BodyOf } from '#shared/contracts/endpoint';
import { type cyclesApi } from '#shared/contracts/catalog/cycles';
import { type eventCatalogue } from '#shared/contracts/events';
import { type CycleId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { Refused } from '#shared/kit/domainError';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { assertWindow } from '../../domain/cycleWindow';
import { type City, type Cycle, type Window } from '../../domain/range';
import { type CityStore } from '../../storage/cities';
import { type CycleStore } from '../../storage/cycles';

type Fields = BodyOf<typeof cyclesApi.scheduleCycle>;
type Changes = BodyOf<typeof cyclesApi.rescheduleCycle>;

const event = eventFactory<typeof eventCatalogue>();

/**
 * Selling windows: claimed in the city, in one write that keeps them from overlapping; then the cycle follows. When the
 * process dies between the two, the sweeper lets the cycle follow (`followPending`).
 */
export function scheduleCycles({
  cities,
  cycles,
  now,
  nudge,
}: {
  cities: CityStore;
  cycles: CycleStore;
  now: Clock;
  nudge: (cycle: { readonly _id: string }) => void;
}) {
  async function follow(city: City, window: Window): Promise<Cycle> {
    const { cycleId, opensAt, cutoffAt, pickupDate, version } = window;
    const scheduled = {
      cycleId,
      cityId: city._id,
      opensAt: opensAt.toISOString(),
      cutoffAt: cutoffAt.toISOString(),
      pickupDate,
    };
    const id = `catalog.cycle_scheduled.v1:${cycleId}:${version}`;
    const told = event('catalog.cycle_scheduled.v1', cycleId, scheduled, { now: now(), id });
    await cycles.follow(city, window, told);
    nudge({ _id: cycleId });
    return cycles.one(cycleId);
  }

  return {
    /** @throws {Refused} CYCLE_NOT_EDITABLE when it would end in the past, ALREADY_EXISTS when it overlaps another. */
    async schedule(cycleId: CycleId, { cityId, ...fields }: Fields): Promise<Cycle> {
      const city = await cities.one(cityId);
      const window = assertWindow({ ...windowOf(fields), cycleId, version: 1, pending: true }, city, now());
      if (!(await cycles.claim(cityId, window)))
        throw new Refused('ALREADY_EXISTS', 'Another cycle overlaps.');
      return follow(city, window);
    },

    /** @throws {Refused} CYCLE_NOT_EDITABLE once it has opened, CHANGED_MEANWHILE, ALREADY_EXISTS when it would overlap. */
    async reschedule(cycleId: CycleId, { version, ...changes }: Changes): Promise<Cycle> {
      const cycle = await cycles.one(cycleId);
      if (cycle.version !== version) throw new Refused('CHANGED_MEANWHILE');
      if (cycle.opensAt <= now()) throw new Refused('CYCLE_NOT_EDITABLE');
      const city = await cities.one(cycle.cityId);
      const next = assertWindow(
        {
          cycleId,
          opensAt: changes.opensAt ? new Date(changes.opensAt) : cycle.opensAt,
          cutoffAt: changes.cutoffAt ? new Date(changes.cutoffAt) : cycle.cutoffAt,
          pickupDate: changes.pickupDate ?? cycle.pickupDate,
          version: version + 1,
          pending: true,
        },
        city,
        now(),
      );
      if (!(await cycles.move(cycle.cityId, next)))
        throw new Refused('ALREADY_EXISTS', 'Another cycle overlaps, or this one was moved meanwhile.');
      return follow(city, next);
    },

    /** Finishes what a process that died had claimed. */
    async followPending(): Promise<void> {
      for (const city of await cycles.withPendingWindows())
        for (const window of city.windows) if (window.pending) await follow(city, window);
    },
  };
}

const windowOf = ({ opensAt, cutoffAt, pickupDate }: Omit<Fields, 'cityId'>) => ({
  opensAt: new Date(opensAt),
  cutoffAt: new Date(cutoffAt),
  pickupDate,
});
