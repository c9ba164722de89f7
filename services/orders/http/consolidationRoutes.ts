import { type Page } from '#shared/contracts/common';
import { type consolidationsApi } from '#shared/contracts/orders/consolidations';
import { csvReply } from '#shared/kit/csv/csvReply';
import { type Handlers } from '#shared/kit/http/handler';
import { pageOfList, presentPage, type PageWish } from '#shared/kit/mongo/pages';
import { closeCycle } from '../usecases/consolidations/closeCycle';
import { type Closer } from '../usecases/consolidations/closer';
import { getConsolidation } from '../usecases/consolidations/getConsolidation';
import { getPickList } from '../usecases/consolidations/getPickList';
import { getPickupList } from '../usecases/consolidations/getPickupList';
import { getSortList } from '../usecases/consolidations/getSortList';
import { listConsolidations } from '../usecases/consolidations/listConsolidations';
import { listPurchaseOrders } from '../usecases/consolidations/listPurchaseOrders';
import { listWeighingTasks } from '../usecases/consolidations/listWeighingTasks';
import { listRecordedWeights } from '../usecases/consolidations/listRecordedWeights';
import { recordWeights } from '../usecases/consolidations/recordWeights';
import { supersedeConsolidation } from '../usecases/consolidations/supersedeConsolidation';
import { type OrdersDeps } from '../usecases/deps';
import {
  bought,
  handed,
  pickColumns,
  pickupColumns,
  purchaseColumns,
  sortColumns,
  sorted,
} from './csvColumns';
import {
  presentClosing,
  presentConsolidation,
  presentListed,
  presentPick,
  presentPurchase,
  presentStop,
  presentRecorded,
  presentTasks,
} from './presentConsolidation';

/** Closing cycles, what came of it, and weighing: every operation on a line or two. */
export function consolidationRoutes(
  deps: OrdersDeps & { readonly closer: Closer },
): Handlers<typeof consolidationsApi> {
  return {
    closeCycle: async ({ body: { cycleId } }) => presentClosing(await closeCycle(deps, cycleId)),
    listConsolidations: async ({ query: { cursor, limit, ...search } }) =>
      presentPage(await listConsolidations(deps, search, { cursor, limit }), presentConsolidation),
    getConsolidation: async ({ params }) =>
      presentConsolidation(await getConsolidation(deps, params.consolidationId)),
    supersedeConsolidation: async ({ params: { consolidationId }, body }) =>
      presentConsolidation(await supersedeConsolidation(deps, { consolidationId, ...body })),
    listPurchaseOrders: async ({ params: { consolidationId }, query: { format, language, ...wish } }) => {
      const purchaseOrders = await listPurchaseOrders(deps, consolidationId);
      if (format === 'csv')
        return csvReply(bought(purchaseOrders), purchaseColumns, { fileName: 'purchase-orders', language });
      return presentPage(await pageOfList(purchaseOrders, wish), presentPurchase);
    },
    getPickList: async ({ params: { consolidationId }, query: { format, language, ...wish } }) => {
      const pickList = await getPickList(deps, consolidationId);
      if (format === 'csv') return csvReply(pickList, pickColumns, { fileName: 'pick-list', language });
      return presentPage(await pageOfList(pickList, wish), presentPick);
    },
    getSortList: async ({ params: { consolidationId }, query: { format, language, ...wish } }) => {
      const page = await getSortList(deps, consolidationId);
      if (format === 'csv')
        return csvReply(sorted(await allOf(page)), sortColumns, { fileName: 'sort-list', language });
      return presentPage(await page(wish), presentStop);
    },
    getPickupList: async ({
      params: { consolidationId },
      query: { format, language, pickupPointId, ...wish },
    }) => {
      const page = await getPickupList(deps, consolidationId, pickupPointId);
      if (format === 'csv')
        return csvReply(handed(await allOf(page)), pickupColumns, { fileName: 'pickup-list', language });
      return presentPage(await page(wish), presentListed);
    },
    listWeighingTasks: async ({ params: { consolidationId }, query }) => {
      const { items, nextCursor } = await listWeighingTasks(deps, consolidationId, query);
      return { items: items.flatMap(presentTasks), nextCursor };
    },
    listRecordedWeights: async ({ params: { consolidationId }, query }) => {
      const { items, nextCursor } = await listRecordedWeights(deps, consolidationId, query);
      return { items: items.flatMap(presentRecorded), nextCursor };
    },
    recordWeights: ({ params: { consolidationId }, body: { weights } }) =>
      recordWeights(deps, consolidationId, weights),
  };
}

/** The whole list, read page by page. */
async function allOf<T>(page: (part: PageWish) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page({ cursor, limit: 1_000 });
    for (const item of items) all.push(item);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return all;
}
