import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type SkuTotal } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';

/** What to take from the shelves, by Sku, cold goods first. @throws {Refused} NOT_FOUND */
export const getPickList = async (
  { consolidations }: Pick<OrdersDeps, 'consolidations'>,
  id: ConsolidationId,
): Promise<readonly SkuTotal[]> => found(await consolidations.find(id)).pickList;
