import { type Cycle } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** Cycles of all cities whose cutoff lies between two instants, given as ISO texts. */
export const listCyclesByCutoff = (
  { cycles }: Pick<CatalogDeps, 'cycles'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Cycle[]> => cycles.byCutoff(new Date(from), new Date(to));
