import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Consolidation } from '../../domain/consolidation';
import { type ConsolidationHead } from '../../storage/consolidationStore';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'consolidations' | 'cycleOrders'>;
/** With how many of its lines still need their real weight. */
export type Weighed<C extends ConsolidationHead = ConsolidationHead> = {
  readonly consolidation: C;
  readonly weighedLinesOpen: number;
};

/** @throws {Refused} NOT_FOUND */
export async function getConsolidation(deps: Deps, id: ConsolidationId): Promise<Weighed<Consolidation>> {
  return withOpenWeights(deps, found(await deps.consolidations.find(id)));
}

export const withOpenWeights = async <C extends ConsolidationHead>(
  { cycleOrders }: Pick<Deps, 'cycleOrders'>,
  consolidation: C,
): Promise<Weighed<C>> => ({
  consolidation,
  weighedLinesOpen: await cycleOrders.countUnweighed(consolidation.id),
});
