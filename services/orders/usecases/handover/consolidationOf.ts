import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Consolidation } from '../../domain/consolidation';
import { type ConsolidationStore } from '../../storage/consolidationStore';
import { type HandoverPlanStore } from '../../storage/handoverPlanStore';
import { type OrdersDeps } from '../deps';

export type HandoverDeps = Pick<OrdersDeps, 'orders' | 'terms' | 'now' | 'log'> & {
  readonly consolidations: ConsolidationStore;
  readonly plans: HandoverPlanStore;
};

/** @throws {Refused} NOT_FOUND: what is not frozen cannot be on its way; the event is tried again. */
export const consolidationOf = async (
  { consolidations }: HandoverDeps,
  id: ConsolidationId,
): Promise<Consolidation> => found(await consolidations.find(id));
