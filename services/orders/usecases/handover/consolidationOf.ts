import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Consolidation } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';

/** @throws {Refused} NOT_FOUND: what is not frozen cannot be on its way; the event is tried again. */
export const consolidationOf = async (
  { consolidations }: Pick<OrdersDeps, 'consolidations'>,
  id: ConsolidationId,
): Promise<Consolidation> => found(await consolidations.find(id));
