import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PurchaseOrder } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';

/** What to buy from each supplier, in whole cases. @throws {Refused} NOT_FOUND */
export const listPurchaseOrders = async (
  { consolidations }: Pick<OrdersDeps, 'consolidations'>,
  id: ConsolidationId,
): Promise<readonly PurchaseOrder[]> => found(await consolidations.find(id)).purchaseOrders;
