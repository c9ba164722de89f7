import { type CycleId } from '#shared/contracts/ids';
import { type Cycle } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const readCycle = ({ cycles }: Pick<CatalogDeps, 'cycles'>, cycleId: CycleId): Promise<Cycle> =>
  cycles.one(cycleId);
