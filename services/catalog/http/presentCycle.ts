import { type Cycle as CycleReply } from '#shared/contracts/catalog/cycles';
import { type CycleTerms } from '#shared/contracts/internal/catalog';
import { type Cycle } from '../domain/range';

export const presentCycleTerms = (cycle: Cycle): CycleTerms => ({
  cycleId: cycle._id,
  cityId: cycle.cityId,
  timeZone: cycle.timeZone,
  opensAt: cycle.opensAt.toISOString(),
  cutoffAt: cycle.cutoffAt.toISOString(),
  pickupDate: cycle.pickupDate,
});

export const presentCycle = (cycle: Cycle): CycleReply => ({
  ...presentCycleTerms(cycle),
  version: cycle.version,
});
