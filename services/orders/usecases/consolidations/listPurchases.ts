import { type Page } from '#shared/contracts/common';
import { type ConsolidationId } from '#shared/contracts/ids';
import { pageOfList, type PageWish } from '#shared/kit/mongo/pages';
import { type PurchaseOrder } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';
import { listPurchaseOrders } from './listPurchaseOrders';

/** What a frozen consolidation buys, supplier by supplier, for whoever orders it. @throws {Refused} NOT_FOUND */
export const listPurchases = async (
  deps: Pick<OrdersDeps, 'consolidations'>,
  id: ConsolidationId,
  wish: PageWish,
): Promise<Page<PurchaseOrder>> => pageOfList(await listPurchaseOrders(deps, id), wish);
