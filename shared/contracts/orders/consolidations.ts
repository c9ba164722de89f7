import { Grams, page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { CityId, ConsolidationId, CycleId, LineId, OrderId, PickupPointId, SkuId } from '../ids';
import { z } from '../zod';
import {
  ClosingView,
  ConsolidationView,
  PickListLine,
  PickupListOrder,
  PurchaseOrderView,
  SortListStop,
  RecordedWeight,
  WeighingTask,
} from './consolidationViews';

const operators = ['operator'] as const;
const consolidation = z.strictObject({ consolidationId: ConsolidationId });
/** `format=csv` answers the whole list as a formula-safe CSV (UTF-8 with BOM); JSON is paged. */
const listQuery = {
  format: z.enum(['json', 'csv']).default('json'),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  ...pageQuery,
};
const list = {
  service: 'orders',
  method: 'get',
  access: operators,
  params: consolidation,
  media: ['text/csv'],
  errors: ['NOT_FOUND'],
} as const;

export const consolidationsApi = {
  closeCycle: endpoint({
    id: 'orders.closeCycle',
    service: 'orders',
    method: 'post',
    path: '/consolidations',
    access: operators,
    rights: 'fresh',
    summary:
      'Closes a cycle whose cutoff has passed, as far as it can be closed now, and tells where it stands. Closing happens by itself; this only hurries it.',
    body: z.strictObject({ cycleId: CycleId }),
    reply: ClosingView,
    status: 200,
    errors: ['NOT_FOUND', 'CYCLE_STILL_OPEN'],
    idempotency: 'natural',
  }),
  listConsolidations: endpoint({
    id: 'orders.listConsolidations',
    service: 'orders',
    method: 'get',
    path: '/consolidations',
    access: operators,
    summary: 'Consolidations of a city, newest first; of one cycle when asked.',
    query: z.strictObject({ cityId: CityId, cycleId: CycleId.optional(), ...pageQuery }),
    reply: page(ConsolidationView),
  }),
  getConsolidation: endpoint({
    id: 'orders.getConsolidation',
    service: 'orders',
    method: 'get',
    path: '/consolidations/:consolidationId',
    access: operators,
    summary: 'One consolidation.',
    params: consolidation,
    reply: ConsolidationView,
    errors: ['NOT_FOUND'],
  }),
  supersedeConsolidation: endpoint({
    id: 'orders.supersedeConsolidation',
    service: 'orders',
    method: 'post',
    path: '/consolidations/:consolidationId/supersede',
    access: operators,
    rights: 'fresh',
    summary:
      'Makes the next version without some Skus that a supplier cannot deliver; their lines are refunded. Only before routes depart.',
    params: consolidation,
    body: z.strictObject({ droppedSkuIds: z.array(SkuId).min(1).max(100), reason: Text(200) }),
    reply: ConsolidationView,
    status: 201,
    errors: ['NOT_FOUND', 'CONSOLIDATION_SUPERSEDED', 'ORDER_ACTION_NOT_ALLOWED'],
    idempotency: 'stored',
  }),
  listPurchaseOrders: endpoint({
    ...list,
    id: 'orders.listPurchaseOrders',
    path: '/consolidations/:consolidationId/purchase-orders',
    summary: 'What to buy from each supplier, in whole cases.',
    query: z.strictObject(listQuery),
    reply: page(PurchaseOrderView),
  }),
  getPickList: endpoint({
    ...list,
    id: 'orders.getPickList',
    path: '/consolidations/:consolidationId/pick-list',
    summary: 'What to take from the shelves, by Sku, cold goods first.',
    query: z.strictObject(listQuery),
    reply: page(PickListLine),
  }),
  getSortList: endpoint({
    ...list,
    id: 'orders.getSortList',
    path: '/consolidations/:consolidationId/sort-list',
    summary: 'What goes into the crates of each stop.',
    query: z.strictObject(listQuery),
    reply: page(SortListStop),
  }),
  getPickupList: endpoint({
    ...list,
    id: 'orders.getPickupList',
    path: '/consolidations/:consolidationId/pickup-list',
    summary: 'What each shopper collects, stop by stop; of one pickup point when asked.',
    query: z.strictObject({ pickupPointId: PickupPointId.optional(), ...listQuery }),
    reply: page(PickupListOrder),
  }),
  listWeighingTasks: endpoint({
    id: 'orders.listWeighingTasks',
    service: 'orders',
    method: 'get',
    path: '/consolidations/:consolidationId/weighing-tasks',
    access: operators,
    summary: 'Weighed lines that still need their real weight.',
    params: consolidation,
    query: z.strictObject(pageQuery),
    reply: page(WeighingTask),
    errors: ['NOT_FOUND'],
  }),
  listRecordedWeights: endpoint({
    id: 'orders.listRecordedWeights',
    service: 'orders',
    method: 'get',
    path: '/consolidations/:consolidationId/recorded-weights',
    access: operators,
    summary:
      'Real weights that were recorded and can still be corrected, by pickup point; of one pickup point when asked. Correct one with `recordWeights`.',
    params: consolidation,
    query: z.strictObject({ pickupPointId: PickupPointId.optional(), ...pageQuery }),
    reply: page(RecordedWeight),
    errors: ['NOT_FOUND'],
  }),
  recordWeights: endpoint({
    id: 'orders.recordWeights',
    service: 'orders',
    method: 'post',
    path: '/consolidations/:consolidationId/weights',
    access: operators,
    rights: 'fresh',
    summary:
      'Records real weights. When the last weighed line of an order is known its payment is captured for the real amount, never more than authorised. A weight far from the nominal one is refused (WEIGHT_UNUSUAL) until it is confirmed. A weight can be corrected until the payment is taken, and downwards afterwards. Sending the same weight again changes nothing.',
    params: consolidation,
    body: z.strictObject({
      weights: z
        .array(
          z.strictObject({
            orderId: OrderId,
            lineId: LineId,
            /** Of all units of the line together; 0: nothing of it came. */
            grams: Grams,
            /** Looked at again and right, though far from the nominal weight. */
            confirmed: z.boolean().optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    reply: z.object({
      recorded: z.int(),
      refused: z.array(z.object({ orderId: OrderId, lineId: LineId, code: z.string() })),
    }),
    status: 200,
    errors: ['NOT_FOUND', 'CONSOLIDATION_SUPERSEDED'],
    idempotency: 'natural',
    maxBodyBytes: 256 * 1024,
  }),
};
