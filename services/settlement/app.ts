import { catalogInternal } from '#shared/contracts/internal/catalog';
import { settlementApi } from '#shared/contracts/settlement';
import { createClient } from '#shared/kit/client/client';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { stripeTransfers, type StripeTransfersOptions } from './clients/stripe/stripeTransfers';
import { payoutRoutes } from './http/payoutRoutes';
import { openStores } from './storage/stores';
import { subscribeSettlement } from './subscriptions';
import { type SettlementDeps } from './usecases/deps';
import { bringUpSums } from './usecases/ledger/bringUpSums';
import { attendDue } from './usecases/payouts/attendDue';
import { payWeekly } from './usecases/payouts/payWeekly';

export type SettlementAppDeps = ServiceDeps & {
  /** Through which leaders' connected accounts are paid; absent: only bank cards are. */
  readonly stripe?: Omit<StripeTransfersOptions, 'now'> | undefined;
};

/** Puts settlement together. */
export async function createSettlementApp(around: SettlementAppDeps): Promise<ServiceApp> {
  const { mongo, now, log, call, stripe } = around;
  const { kept, outboxes } = openStores(mongo);
  const { assemble } = assembly<keyof typeof outboxes>('settlement', around);
  const catalog = createClient(catalogInternal, call);
  const deps: SettlementDeps = {
    ...kept,
    ...{ now, log },
    cityOf: (cityId) => catalog.getCityRules({ params: { cityId } }),
    transports: stripe ? { stripe: stripeTransfers({ ...stripe, now }) } : {},
  };

  return assemble({
    outboxes,
    api: { ...settlementApi },
    handlers: { ...payoutRoutes(deps) },
    subscribe: (bus) => subscribeSettlement(bus, deps),
    jobs: {
      bring_up_sums: { everyMs: 1_000, idleMs: 10_000, run: () => bringUpSums(deps) },
      attend_payouts: { everyMs: 1_000, idleMs: 10_000, run: () => attendDue(deps) },
      pay_weekly: { everyMs: 10_000, idleMs: 60_000, run: () => payWeekly(deps) },
    },
  });
}
