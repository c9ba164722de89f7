import { catalogInternal } from '#shared/contracts/internal/catalog';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { settlementApi } from '#shared/contracts/settlement';
import { createClient } from '#shared/kit/client/client';
import { openPdfs } from '#shared/kit/pdf/pdfs';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { keptMailer } from './clients/mail/keptMailer';
import { type Mailer } from './clients/mail/mailer';
import { stripeTransfers, type StripeTransfersOptions } from './clients/stripe/stripeTransfers';
import { closeRoutes } from './http/closeRoutes';
import { ledgerEntryRoutes } from './http/ledgerEntryRoutes';
import { documentRoutes } from './http/documentRoutes';
import { payoutRoutes } from './http/payoutRoutes';
import { cities as cityTerms } from './clients/cities';
import { commissionRoutes } from './http/commissionRoutes';
import { ledgerRoutes } from './http/ledgerRoutes';
import { supplierPageRoute } from './http/suppliers/supplierPage/supplierPageRoute';
import { supplierRoutes } from './http/suppliers/supplierRoutes';
import { openStores } from './storage/stores';
import { subscribeSettlement } from './subscriptions';
import { DayCloser } from './usecases/close/dayCloser';
import { type SettlementDeps } from './usecases/deps';
import { bringUpSums } from './usecases/ledger/bringUpSums';
import { MoveIn } from './usecases/orders/moveIn';
import { attendDue } from './usecases/payouts/attendDue';
import { payWeekly } from './usecases/payouts/payWeekly';
import { sweepSupplierEntries } from './usecases/suppliers/sweepSupplierEntries';
import { sweepMail } from './usecases/suppliers/sendDueMail';
import { type SupplierDeps } from './usecases/suppliers/supplierDeps';

export type SettlementAppDeps = ServiceDeps & {
  /** Through which leaders' connected accounts are paid; absent: only bank cards are. */
  readonly stripe?: Omit<StripeTransfersOptions, 'now'> | undefined;
  /** Where people reach the product: links that are sent begin with it. */
  readonly publicUrl?: string;
  /** Unless given, mail is kept in memory and goes nowhere. */
  readonly mailer?: Mailer | undefined;
};

/** Puts settlement together. */
export async function createSettlementApp(around: SettlementAppDeps): Promise<ServiceApp> {
  const { mongo, now, log, call, stripe } = around;
  const { publicUrl = 'http://localhost:8080', mailer = keptMailer(log) } = around;
  const { kept, outboxes, linkKey } = openStores(mongo);
  const { assemble } = assembly<keyof typeof outboxes>('settlement', around);
  const catalog = createClient(catalogInternal, call);
  const orders = createClient(ordersInternal, call);
  const cities = cityTerms(catalog, now);
  const deps: SettlementDeps = {
    ...kept,
    statements: createClient(providerStatementsInternal, call),
    ...{ now, log },
    cityOf: cities.of,
    transports: stripe ? { stripe: stripeTransfers({ ...stripe, now }) } : {},
  };
  const moveIn = new MoveIn({ ...deps, orders });
  const dayCloser = new DayCloser(deps);
  const suppliers: SupplierDeps = {
    ...kept,
    ...{ orders, catalog, mailer, publicUrl, now, log },
    linkKey: await linkKey(),
  };
  const pdfs = openPdfs();

  const app = await assemble({
    outboxes,
    api: { ...settlementApi },
    handlers: {
      ...payoutRoutes(deps),
      ...ledgerEntryRoutes(deps),
      ...closeRoutes(deps),
      ...commissionRoutes(deps),
      ...ledgerRoutes(deps),
      ...supplierRoutes(suppliers),
      ...documentRoutes({ ...deps, pdfs }),
    },
    pages: [supplierPageRoute(suppliers)],
    subscribe: (bus) => subscribeSettlement(bus, { ...deps, suppliers, moveIn, forgetCity: cities.forget }),
    jobs: {
      move_in: { everyMs: 1_000, idleMs: 600_000, run: () => moveIn.run() },
      close_days: { everyMs: 2_000, idleMs: 60_000, run: (now) => dayCloser.run(now) },
      bring_up_sums: { everyMs: 1_000, idleMs: 10_000, run: () => bringUpSums(deps) },
      attend_payouts: { everyMs: 1_000, idleMs: 30_000, run: () => attendDue(deps) },
      pay_weekly: { everyMs: 10_000, idleMs: 60_000, decides: true, run: () => payWeekly(deps) },
      post_supplier_entries: { everyMs: 5_000, idleMs: 30_000, run: () => sweepSupplierEntries(suppliers) },
      send_mail: { everyMs: 5_000, idleMs: 30_000, run: () => sweepMail(suppliers) },
    },
    close: () => pdfs.close(),
  });
  return {
    ...app,
    async close() {
      // Handlers wait for it, and the end waits for handlers.
      moveIn.close();
      await app.close();
      mailer.close();
    },
  };
}
