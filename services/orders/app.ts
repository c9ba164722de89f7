import { catalogInternal } from '#shared/contracts/internal/catalog';
import { type CycleId } from '#shared/contracts/ids';
import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { identityInternal } from '#shared/contracts/internal/identity';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { ordersApi } from '#shared/contracts/orders';
import { outsideActions } from '#shared/kit/audit/action';
import { createClient } from '#shared/kit/client/client';
import { type FileStore } from '#shared/kit/files/fileStore';
import { countWithin } from '#shared/kit/http/rateLimits';
import { openImages } from '#shared/kit/images/images';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { createPaymentProviders, type PaymentsOptions } from './clients/createPaymentProviders';
import { type PaymentProvider } from './clients/paymentProvider';
import { PaymentProviders } from './clients/paymentProviders';
import { cardPageRoute } from './clients/stripe/cardPage/cardPageRoute';
import { Terms } from './clients/terms';
import { wechatOpenids } from './clients/wechatpay/openids';
import { bookRoutes } from './http/bookRoutes';
import { claimRoutes } from './http/claimRoutes';
import { consolidationRoutes } from './http/consolidationRoutes';
import { groupOrderRoutes } from './http/groupOrderRoutes';
import { handoverRoutes } from './http/handoverRoutes';
import { ledgerRoutes } from './http/ledgerRoutes';
import { orderRoutes } from './http/orderRoutes';
import { paymentRoutes } from './http/paymentRoutes';
import { paymentWebhookRoute } from './http/paymentWebhook';
import { statementRoutes } from './http/statementRoutes';
import { openStores } from './storage/stores';
import { subscribeOrders } from './subscriptions';
import { sweepClaimPhotos } from './usecases/claims/sweepClaimPhotos';
import { Closer } from './usecases/consolidations/closer';
import { EventsInTurn } from './usecases/consolidations/eventsInTurn';
import { type OrdersDeps } from './usecases/deps';
import { GroupOrderKeeper } from './usecases/groupOrders/groupOrderKeeper';
import { Attention } from './usecases/orders/attention';
import { ProviderEvents } from './usecases/payments/providerEvents';
import { Precedence } from './usecases/precedence';

export type OrdersAppDeps = ServiceDeps & {
  /** The payment providers, or their stand-ins: only the addresses differ. */
  readonly payments: PaymentsOptions;
  /** Stands in front of each payment provider, to make it fail. */
  readonly wrapPayments?: (provider: PaymentProvider) => PaymentProvider;
  /** Where photos of claims are kept. */
  readonly claimPhotoFiles: FileStore;
  /** Pause between looks at what is due, in ms. */
  readonly sweepMs?: number;
};

const defaultSweepMs = 1_000;

/** Puts orders together. */
export async function createOrdersApp(deps: OrdersAppDeps): Promise<ServiceApp> {
  const { mongo, now, log, call, sweepMs = defaultSweepMs } = deps;
  const { kept, outboxes, ...stores } = openStores(mongo, now, deps.claimPhotoFiles);
  const { nudge, assemble } = assembly<keyof typeof outboxes>('orders', deps);

  const catalog = createClient(catalogInternal, call);
  const delivery = createClient(deliveryInternal, call);
  const openidOf = wechatOpenids(createClient(identityInternal, call));
  const providers = createPaymentProviders(deps.payments, { now, log, openidOf });
  const payments = new PaymentProviders(providers.map((one) => deps.wrapPayments?.(one) ?? one));
  const terms = new Terms(catalog, delivery, kept.knownPoints);
  const orders: OrdersDeps = { ...kept, catalog, delivery, terms, payments, now, log };
  const images = openImages({ unreadable: 'PHOTO_UNREADABLE', log });
  const claims = { ...orders, images };
  const precedence = new Precedence<CycleId>();
  const eventsInTurn = new EventsInTurn(precedence, (_id) => {
    nudge('orders', { _id });
  });
  const attention = new Attention(orders, precedence);
  const providerEvents = new ProviderEvents(orders);
  const countPlaced = countWithin(10 * 60, deps.limitStore?.('orders.placeOrder:placed'));
  const closer = new Closer(orders, precedence);
  const keeper = new GroupOrderKeeper(orders);

  kept.orders.onWritten((order, outbox) => {
    if (outbox.length > 0) eventsInTurn.owed(order);
    outsideActions(() => {
      attention.noticed(order);
    });
  });
  for (const name of ['groupOrders', 'groupMessages', 'consolidations'] as const)
    kept[name].onWritten((_id) => {
      nudge(name, { _id });
    });
  const paused = (idleFactor: number) => ({ everyMs: sweepMs, idleMs: idleFactor * sweepMs });

  return assemble({
    outboxes,
    relayMs: sweepMs,
    relayTurn: () => precedence.turn(),
    api: { ...ordersApi, ...ordersInternal, ...providerStatementsInternal },
    handlers: {
      ...orderRoutes({ ...orders, countPlaced }),
      ...paymentRoutes(orders),
      ...groupOrderRoutes(orders),
      ...consolidationRoutes({ ...orders, closer }),
      ...bookRoutes(orders),
      ...handoverRoutes(orders),
      ...statementRoutes(orders),
      ...ledgerRoutes(orders),
      ...claimRoutes(claims),
    },
    pages: [
      ...payments.all.map((provider) => paymentWebhookRoute(provider, providerEvents)),
      cardPageRoute(deps.payments.stripe?.publishableKey),
    ],
    subscribe: (bus) => subscribeOrders(bus, { ...orders, attention, keeper }),
    jobs: {
      drop_unused_claim_photos: { everyMs: 3600_000, run: (at) => sweepClaimPhotos(claims, at) },
      attend: { ...paused(5), run: () => attention.sweep() },
      provider_events: { ...paused(10), run: () => providerEvents.sweep() },
      close_cycles: { ...paused(5), run: () => closer.sweep() },
      // Again and again until delivery has told all of it; then ever more seldom, at last every ten minutes.
      know_points: {
        ...paused(600),
        run: () =>
          kept.knownPoints.keepAll((cursor) =>
            delivery.listPickupPointCards({ query: { cursor, limit: '100' } }),
          ),
      },
      sum_up_groups: {
        ...paused(10),
        async run() {
          await precedence.turn();
          return keeper.sweep();
        },
      },
    },
    async close() {
      closer.close();
      await images.close();
      await Promise.all([attention.close(), providerEvents.close(), keeper.close()]);
      await stores.close();
    },
  });
}
