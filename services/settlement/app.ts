import { catalogInternal } from '#shared/contracts/internal/catalog';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { settlementApi } from '#shared/contracts/settlement';
import { createClient } from '#shared/kit/client/client';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { stripeTransfers, type StripeTransfersOptions } from './clients/stripe/stripeTransfers';
import { closeRoutes } from './http/closeRoutes';
import { ledgerEntryRoutes } from './http/ledgerEntryRoutes';
import { payoutRoutes } from './http/payoutRoutes';
import { cities as cityTerms } from './clients/cities';
import { commissionRoutes } from './http/commissionRoutes';
import { ledgerRoutes } from './http/ledgerRoutes';
import { openStores } from './storage/stores';
import { subscribeSettlement } from './subscriptions';
import { DayCloser } from './usecases/close/dayCloser';
import { type SettlementDeps } from './usecases/deps';
import { bringUpSums } from './usecases/ledger/bringUpSums';
import { MoveIn } from './usecases/orders/moveIn';
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
  const cities = cityTerms(createClient(catalogInternal, call), now);
  const deps: SettlementDeps = {
    ...kept,
    statements: createClient(providerStatementsInternal, call),
    ...{ now, log },
    cityOf: cities.of,
    transports: stripe ? { stripe: stripeTransfers({ ...stripe, now }) } : {},
  };
  const moveIn = new MoveIn({ ...deps, orders: createClient(ordersInternal, call) });
  const dayCloser = new DayCloser(deps);

  const app = await assemble({
    outboxes,
    api: { ...settlementApi },
    handlers: {
      ...payoutRoutes(deps),
      ...ledgerEntryRoutes(deps),
      ...closeRoutes(deps),
      ...commissionRoutes(deps),
      ...ledgerRoutes(deps),
    },
    subscribe: (bus) => subscribeSettlement(bus, { ...deps, moveIn, forgetCity: cities.forget }),
    jobs: {
      move_in: { everyMs: 1_000, idleMs: 600_000, run: () => moveIn.run() },
      close_days: { everyMs: 2_000, idleMs: 60_000, run: (now) => dayCloser.run(now) },
      bring_up_sums: { everyMs: 1_000, idleMs: 10_000, run: () => bringUpSums(deps) },
      attend_payouts: { everyMs: 1_000, idleMs: 10_000, run: () => attendDue(deps) },
      pay_weekly: { everyMs: 10_000, idleMs: 60_000, run: () => payWeekly(deps) },
    },
  });
  return {
    ...app,
    async close() {
      // Handlers wait for it, and the end waits for handlers.
      moveIn.close();
      await app.close();
    },
  };
}
