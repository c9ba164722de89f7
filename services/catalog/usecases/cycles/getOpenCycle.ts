import { type Cycle } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { type Place } from './currentCycle';

/** The cycle that takes orders now, for other services. @throws {Refused} NOT_FOUND for a pickup point that nobody knows */
export const getOpenCycle = async (
  { currentCycle }: Pick<CatalogDeps, 'currentCycle'>,
  place: Place,
): Promise<Cycle | undefined> => (await currentCycle(place)).cycle;
