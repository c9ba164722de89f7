import { type Connection } from 'mongoose';
import { nativeOn } from '#shared/kit/mongo/models';
import { type FileStore } from '#shared/kit/files/fileStore';
import { ClaimPhotoStore } from './claimPhotoStore';
import { ClaimStore } from './claimStore';
import { ClosingStore } from './closingStore';
import { ConsolidationModel } from './consolidationModels';
import { ConsolidationStore } from './consolidationStore';
import { CycleBookStore } from './cycleBookStore';
import { CycleOrderStore } from './cycleOrderStore';
import { DayNumberStore } from './dayNumberStore';
import { DueOrderStore } from './dueOrderStore';
import { FormerLedgerStore } from './formerLedgerStore';
import { GroupMemberStore } from './groupMemberStore';
import { GroupMessageModel, GroupMessageStore } from './groupMessageStore';
import { GroupOrderModel } from './groupOrderModel';
import { GroupOrderStore } from './groupOrderStore';
import { HandoverOrderStore } from './handoverOrderStore';
import { HandoverPlanStore } from './handoverPlanStore';
import { knownPointsOn } from './knownPoints';
import { OrderListStore } from './orderListStore';
import { OrderModel } from './orderModel';
import { OrderStore } from './orderStore';
import { PointDayStore } from './pointDayStore';
import { ProviderEventStore } from './providerEventStore';

/** Everything that orders keeps, by the words of the domain. Opened before the indexes are built: it tells which there are. */
export function openStores(mongo: Connection, now: () => Date, claimPhotoFiles: FileStore) {
  const orders = new OrderStore(mongo, now);
  const pointDays = new PointDayStore(mongo, now);
  const groupOrders = new GroupOrderStore(mongo, now);
  const providerEvents = new ProviderEventStore(mongo);
  const kept = {
    orders,
    claims: new ClaimStore(mongo),
    claimPhotos: new ClaimPhotoStore(mongo, claimPhotoFiles),
    dayNumbers: new DayNumberStore(mongo),
    orderLists: new OrderListStore(mongo),
    dueOrders: new DueOrderStore(mongo),
    cycleOrders: new CycleOrderStore(mongo),
    cycleBooks: new CycleBookStore(mongo),
    handoverOrders: new HandoverOrderStore(mongo),
    pointDays,
    providerEvents,
    groupOrders,
    groupMembers: new GroupMemberStore(mongo),
    groupMessages: new GroupMessageStore(mongo),
    closings: new ClosingStore(mongo),
    consolidations: new ConsolidationStore(mongo),
    handoverPlans: new HandoverPlanStore(mongo),
    formerLedger: new FormerLedgerStore(mongo),
    knownPoints: knownPointsOn(mongo, now),
  };
  return {
    kept,
    /** Collections whose documents owe events. */
    outboxes: {
      orders: nativeOn(mongo, OrderModel),
      groupOrders: nativeOn(mongo, GroupOrderModel),
      groupMessages: nativeOn(mongo, GroupMessageModel),
      consolidations: nativeOn(mongo, ConsolidationModel),
    },
    /** Answers whatever was asked for, and takes no more. */
    async close() {
      await Promise.all([pointDays, orders, groupOrders, providerEvents].map((store) => store.close()));
    },
  };
}

export type Stores = ReturnType<typeof openStores>['kept'];
