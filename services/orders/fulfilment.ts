import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { type Subscription } from '#shared/kit/bus/bus';
import { createClient } from '#shared/kit/client/client';
import { type ServiceDeps } from '#shared/kit/service';
import { commissionRoutes } from './http/commissionRoutes';
import { consolidationRoutes } from './http/consolidationRoutes';
import { groupOrderRoutes } from './http/groupOrderRoutes';
import { handOutRoutes } from './http/handOutRoutes';
import { ClosingStore } from './storage/closingStore';
import { ConsolidationStore } from './storage/consolidationStore';
import { GroupMessageStore } from './storage/groupMessageStore';
import { GroupOrderStore } from './storage/groupOrderStore';
import { HandoverPlanStore } from './storage/handoverPlanStore';
import { Ledger } from './storage/ledgerStore';
import { subscribeFulfilment } from './fulfilmentSubscriptions';
import { Closer } from './usecases/consolidations/closer';
import { type OrdersDeps } from './usecases/deps';
import { GroupOrderKeeper } from './usecases/groupOrders/groupOrderKeeper';

/** Collections whose documents owe events. */
type Outboxes = 'groupOrders' | 'groupMessages' | 'consolidations';
type Nudge = (collection: Outboxes, document: { readonly _id: unknown }) => void;

/**
 * What happens to orders after they are paid: group orders, closing cycles, handovers, commission. Put together before the indexes
 * are built.
 * @param nudge says that a document was written which owes events
 */
export function createFulfilment(
  core: OrdersDeps,
  { mongo, bus, call }: Pick<ServiceDeps, 'mongo' | 'bus' | 'call'>,
  nudge: Nudge,
) {
  const delivery = createClient(deliveryInternal, call);
  const groups = new GroupOrderStore(mongo, core.now);
  const consolidations = new ConsolidationStore(mongo);
  const messages = new GroupMessageStore(mongo);
  const closings = new ClosingStore(mongo);
  const ledger = new Ledger(mongo);
  const plans = new HandoverPlanStore(mongo);
  groups.onWritten((_id) => {
    nudge('groupOrders', { _id });
  });
  consolidations.onWritten((_id) => {
    nudge('consolidations', { _id });
  });
  messages.onWritten((_id) => {
    nudge('groupMessages', { _id });
  });

  const deps = { ...core, delivery, groups, consolidations, closings, messages, ledger, plans };
  const closer = new Closer(deps);
  const keeper = new GroupOrderKeeper(deps);
  return {
    /** For the outbox relay. */
    collections: {
      groupOrders: groups.collection,
      groupMessages: messages.collection,
      consolidations: consolidations.collection,
    },
    routes: {
      ...groupOrderRoutes(deps),
      ...consolidationRoutes({ ...deps, closer }),
      ...commissionRoutes(deps),
      ...handOutRoutes(deps),
    },
    /** What is to be done again and again, by name. */
    jobs: {
      close_cycles: () => closer.sweep(),
      sum_up_groups: () => keeper.sweep(),
    },
    subscribe: (): Subscription[] => subscribeFulfilment(bus, { ...deps, keeper }),
    async close() {
      closer.close();
      await keeper.close();
    },
  };
}
