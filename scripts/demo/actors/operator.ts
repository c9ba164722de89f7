import { type BodyOf, type ReplyOf } from '../../../shared/contracts/endpoint';
import { type RoutePlanView } from '../../../shared/contracts/delivery/planning';
import {
  type AccountId,
  type ConsolidationId,
  type CycleId,
  type FacilityId,
  type OrderId,
} from '../../../shared/contracts/ids';
import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { type booksApi } from '../../../shared/contracts/orders/books';
import { type ledgerApi } from '../../../shared/contracts/settlement/ledger';
import { type consolidationsApi } from '../../../shared/contracts/orders/consolidations';
import { type ConsolidationView } from '../../../shared/contracts/orders/consolidationViews';
import { isRefusal } from '../../../shared/kit/client/remoteProblem';
import { newKey, Person } from './person';
import { allPages, waitFor } from './waiting';

/** How delivery answers before a plan can be made. */
const preparing = ['NOT_FOUND', 'NOTHING_TO_PLAN', 'CHANGED_MEANWHILE'] as const;

export type Weights = BodyOf<typeof consolidationsApi.recordWeights>['weights'];
export type WeighingTask = ReplyOf<typeof consolidationsApi.listWeighingTasks>['items'][number];
export type CycleBooks = ReplyOf<typeof booksApi.getCycleBooks>;
export type CycleLedger = ReplyOf<typeof ledgerApi.getCycleLedger>;
export type TrialBalance = ReplyOf<typeof ledgerApi.getTrialBalance>;

export const lists = ['purchase-orders', 'pick-list', 'sort-list', 'pickup-list'] as const;

/** The merchant's own staff. */
export class Operator extends Person {
  /** Hurries the closing of a cycle. @returns its consolidation once it is frozen */
  async close(cycleId: CycleId): Promise<ConsolidationId | undefined> {
    const { phase, consolidationId } = await this.api.orders.closeCycle({ body: { cycleId } });
    return phase === 'frozen' ? consolidationId : undefined;
  }

  look(orderId: OrderId): Promise<OrderView> {
    return this.api.orders.getOrder({ params: { orderId } });
  }

  consolidation(consolidationId: ConsolidationId): Promise<ConsolidationView> {
    return this.api.orders.getConsolidation({ params: { consolidationId } });
  }

  /** A printable list as CSV: its rows without the heading. */
  async csv(consolidationId: ConsolidationId, list: (typeof lists)[number]): Promise<string[]> {
    const path = `/api/consolidations/${consolidationId}/${list}?format=csv&language=en`;
    const headers = { Authorization: `Bearer ${(await this.token()) ?? ''}` };
    const reply = await fetch(this.connection.url + path, { headers });
    if (!reply.headers.get('content-type')?.startsWith('text/csv'))
      throw new Error(`${list} did not come as CSV: ${reply.status}`);
    return (await reply.text()).trim().split(/\r?\n/).slice(1);
  }

  weighingTasks(consolidationId: ConsolidationId): Promise<WeighingTask[]> {
    return allPages((cursor) =>
      this.api.orders.listWeighingTasks({
        params: { consolidationId },
        query: { limit: '100', ...(cursor ? { cursor } : {}) },
      }),
    );
  }

  recordWeights(consolidationId: ConsolidationId, weights: Weights) {
    return this.api.orders.recordWeights({ params: { consolidationId }, body: { weights } });
  }

  /** Plans as soon as delivery has heard of the consolidation and has gathered what is to be brought. */
  planRoutes(
    consolidationId: ConsolidationId,
    facilityId: FacilityId,
    courierAccountIds: readonly AccountId[],
  ): Promise<RoutePlanView> {
    const body = { consolidationId, facilityId, courierAccountIds: [...courierAccountIds] };
    return waitFor('the plan of the routes', async () => {
      try {
        const departAt = this.connection.time.now().toISOString();
        return await this.api.delivery.planRoutes({ body: { ...body, departAt }, idempotencyKey: newKey() });
      } catch (error) {
        if (preparing.some((code) => isRefusal(error, code))) return undefined;
        throw error;
      }
    });
  }

  books(cycleId: CycleId): Promise<CycleBooks> {
    return this.api.orders.getCycleBooks({ params: { cycleId } });
  }

  /** What the ledger says of a cycle. */
  ledgerOf(cycleId: CycleId): Promise<CycleLedger> {
    return this.api.settlement.getCycleLedger({ params: { cycleId } });
  }

  trialBalance(): Promise<TrialBalance> {
    return this.api.settlement.getTrialBalance();
  }

  stockBooks(cycleId: CycleId) {
    return this.api.catalog.readStockBooks({ params: { cycleId }, query: { limit: '100' } });
  }
}
