import { type CatalogDeps } from '../deps';
import { type Place } from './currentCycle';

/** The cycle that takes orders now, if any, and the next one. @throws {Refused} NOT_FOUND for a pickup point that nobody knows */
export const readCurrentCycle = ({ currentCycle }: Pick<CatalogDeps, 'currentCycle'>, place: Place) =>
  currentCycle(place);
