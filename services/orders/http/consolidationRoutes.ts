import { type Page } from '#shared/contracts/common';
import { type ConsolidationId } from '#shared/contracts/ids';
import { type consolidationsApi } from '#shared/contracts/orders/consolidations';
import { found } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { awaitingPayment, countUnweighed, unweighedOrders } from '../storage/cycleOrderStore';
import { type ConsolidationHead } from '../storage/consolidationStore';
import { pageOfList, type PageWish } from '../storage/pages';
import { closeCycle } from '../usecases/consolidations/closeCycle';
import { type Closer } from '../usecases/consolidations/closer';
import { type ClosingDeps } from '../usecases/consolidations/closingPhase';
import { supersedeConsolidation } from '../usecases/consolidations/supersedeConsolidation';
import { recordWeights } from '../usecases/consolidations/recordWeights';
import { csvReply } from './csv';
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
  presentTasks,
} from './presentConsolidation';

export type ConsolidationRoutesDeps = ClosingDeps & { readonly closer: Closer };

/** Closing cycles, what came of it, and weighing: every operation on a line or two. */
export function consolidationRoutes(deps: ConsolidationRoutesDeps): Handlers<typeof consolidationsApi> {
  const { orders, consolidations } = deps;
  const frozen = async (id: ConsolidationId) => found(await consolidations.find(id));
  const present = async (consolidation: ConsolidationHead) =>
    presentConsolidation(consolidation, await countUnweighed(orders.collection, consolidation.id));
  return {
    closeCycle: async ({ body: { cycleId } }) =>
      presentClosing(await closeCycle(deps, cycleId), await awaitingPayment(orders.collection, cycleId)),
    listConsolidations: async ({ query: { cursor, limit, ...search } }) => {
      const { items, nextCursor } = await consolidations.list(search, { cursor, limit });
      return { items: await Promise.all(items.map(present)), nextCursor };
    },
    getConsolidation: async ({ params }) => present(await frozen(params.consolidationId)),
    supersedeConsolidation: async ({ params: { consolidationId }, body }) =>
      present(await supersedeConsolidation(deps, { consolidationId, ...body })),
    listPurchaseOrders: async ({ params: { consolidationId }, query: { format, language, ...wish } }) => {
      const { purchaseOrders } = await frozen(consolidationId);
      if (format === 'csv')
        return csvReply(bought(purchaseOrders), purchaseColumns, { fileName: 'purchase-orders', language });
      return pageWith(pageOfList(purchaseOrders, wish), presentPurchase);
    },
    getPickList: async ({ params: { consolidationId }, query: { format, language, ...wish } }) => {
      const { pickList } = await frozen(consolidationId);
      if (format === 'csv') return csvReply(pickList, pickColumns, { fileName: 'pick-list', language });
      return pageWith(pageOfList(pickList, wish), presentPick);
    },
    getSortList: async ({ params: { consolidationId }, query: { format, language, ...wish } }) => {
      await frozen(consolidationId);
      const page = (part: PageWish) => consolidations.stops(consolidationId, part);
      if (format === 'csv')
        return csvReply(sorted(await allOf(page)), sortColumns, { fileName: 'sort-list', language });
      return pageWith(await page(wish), presentStop);
    },
    getPickupList: async ({
      params: { consolidationId },
      query: { format, language, pickupPointId, ...wish },
    }) => {
      await frozen(consolidationId);
      const page = (part: PageWish) => consolidations.pickupList(consolidationId, pickupPointId, part);
      if (format === 'csv')
        return csvReply(handed(await allOf(page)), pickupColumns, { fileName: 'pickup-list', language });
      return pageWith(await page(wish), presentListed);
    },
    listWeighingTasks: async ({ params: { consolidationId }, query }) => {
      await frozen(consolidationId);
      const { items, nextCursor } = await unweighedOrders(orders.collection, consolidationId, query);
      return { items: items.flatMap(presentTasks), nextCursor };
    },
    recordWeights: ({ params: { consolidationId }, body: { weights } }) =>
      recordWeights(deps, consolidationId, weights),
  };
}

const pageWith = <T, View>({ items, nextCursor }: Page<T>, present: (item: T) => View): Page<View> => ({
  items: items.map(present),
  nextCursor,
});

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
