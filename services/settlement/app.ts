import { settlementApi } from '#shared/contracts/settlement';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { openStores } from './storage/stores';
import { subscribeSettlement } from './subscriptions';
import { type SettlementDeps } from './usecases/deps';
import { bringUpSums } from './usecases/ledger/bringUpSums';

/** Puts settlement together. */
export async function createSettlementApp(around: ServiceDeps): Promise<ServiceApp> {
  const { mongo, now, log } = around;
  const { kept, outboxes } = openStores(mongo);
  const { assemble } = assembly<keyof typeof outboxes>('settlement', around);
  const deps: SettlementDeps = { ...kept, now, log };

  return assemble({
    outboxes,
    api: { ...settlementApi },
    handlers: {},
    subscribe: (bus) => subscribeSettlement(bus, deps),
    jobs: {
      bring_up_sums: { everyMs: 1_000, idleMs: 10_000, run: () => bringUpSums(deps) },
    },
  });
}
