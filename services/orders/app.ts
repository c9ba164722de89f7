import { Router } from 'express';
import { catalogInternal } from '#shared/contracts/internal/catalog';
import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { ordersApi } from '#shared/contracts/orders';
import { type Subscription } from '#shared/kit/bus/bus';
import { createClient } from '#shared/kit/client/client';
import { expressRouter } from '#shared/kit/http/expressRouter';
import { mongoIdempotencyStore } from '#shared/kit/http/mongoIdempotencyStore';
import { serve } from '#shared/kit/http/operation';
import { rateLimiters } from '#shared/kit/http/rateLimits';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { type OutboxRelay, startOutboxRelay } from '#shared/kit/outbox/outboxRelay';
import { every, type Schedule } from '#shared/kit/schedule/every';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { type PaymentProvider } from './clients/paymentProvider';
import { stripePayments, type StripeOptions } from './clients/stripe';
import { Terms } from './clients/terms';
import { cardPageRoute, cardPageUrl } from './http/cardPage/cardPageRoute';
import { commissionRoutes } from './http/commissionRoutes';
import { consolidationRoutes } from './http/consolidationRoutes';
import { groupOrderRoutes } from './http/groupOrderRoutes';
import { handoverRoutes } from './http/handoverRoutes';
import { orderRoutes } from './http/orderRoutes';
import { paymentRoutes } from './http/paymentRoutes';
import { stripeWebhookRoute } from './http/stripeWebhook';
import { openStores } from './storage/stores';
import { subscribeOrders } from './subscriptions';
import { Closer } from './usecases/consolidations/closer';
import { type OrdersDeps } from './usecases/deps';
import { GroupOrderKeeper } from './usecases/groupOrders/groupOrderKeeper';
import { Attention } from './usecases/orders/attention';
import { ProviderEvents } from './usecases/payments/providerEvents';
import { Precedence } from './usecases/precedence';

export type OrdersAppDeps = ServiceDeps & {
  /** Stripe, or its stand-in: only the address differs. */
  readonly stripe: Omit<StripeOptions, 'now'>;
  /** Stands in front of the payment provider, to make it fail. */
  readonly wrapPayments?: (payments: PaymentProvider) => PaymentProvider;
  /** Pause between looks at what is due, in ms. */
  readonly sweepMs?: number;
};

const defaultSweepMs = 1_000;

/** Puts orders together: indexes, use cases, routes. */
export async function createOrdersApp(deps: OrdersAppDeps): Promise<ServiceApp> {
  const { mongo, bus, now, log, metrics, call } = deps;
  const { kept, outboxes, ...stores } = openStores(mongo, now);
  const idempotency = mongoIdempotencyStore(mongo.getClient().db(mongo.name).collection('request_keys'), now);
  await ensureIndexes(mongo);
  await idempotency.ensureIndex();

  const catalog = createClient(catalogInternal, call);
  const delivery = createClient(deliveryInternal, call);
  const { publishableKey, publicUrl } = deps.stripe;
  const ownPage = publishableKey === undefined ? {} : { payPage: cardPageUrl(publicUrl) };
  const stripe = stripePayments({ ...ownPage, ...deps.stripe, now });
  const payments = deps.wrapPayments?.(stripe) ?? stripe;
  const terms = new Terms(catalog, delivery);
  const orders: OrdersDeps = { ...kept, catalog, delivery, terms, payments, now, log };
  const precedence = new Precedence();
  const attention = new Attention(orders, precedence);
  const providerEvents = new ProviderEvents(orders);
  const closer = new Closer(orders, precedence);
  const keeper = new GroupOrderKeeper(orders);

  let relay: OutboxRelay<keyof typeof outboxes> | undefined;
  kept.orders.onWritten((order, outbox) => {
    if (outbox.length > 0) relay?.nudge('orders', { _id: order.id });
    attention.noticed(order);
  });
  for (const name of ['groupOrders', 'groupMessages', 'consolidations'] as const)
    kept[name].onWritten((_id) => {
      relay?.nudge(name, { _id });
    });

  const api = serve(
    { ...ordersApi, ...ordersInternal },
    {
      ...orderRoutes(orders),
      ...paymentRoutes(orders),
      ...groupOrderRoutes(orders),
      ...consolidationRoutes({ ...orders, closer }),
      ...commissionRoutes(orders),
      ...handoverRoutes(orders),
    },
    { auth: deps.auth, now, idempotency },
  );
  const router = expressRouter(api, {
    limiters: rateLimiters(deps.limitStore),
    onAnswered: (answered) => {
      metrics.httpAnswered(answered);
    },
  });
  const routes = Router().use(
    stripeWebhookRoute(payments, providerEvents),
    cardPageRoute(publishableKey),
    router,
  );
  const schedules: Schedule[] = [];
  const subscriptions: Subscription[] = [];

  return {
    name: 'orders',
    api,
    routes,
    express: serviceApp({ routers: [routes], log }),
    async start() {
      relay = startOutboxRelay({
        collections: outboxes,
        pollMs: deps.sweepMs ?? defaultSweepMs,
        bus,
        log,
        now,
        observe: metrics,
      });
      subscriptions.push(...subscribeOrders(bus, { ...orders, attention, keeper }));
      const job = (name: string, idleFactor: number, run: () => Promise<unknown>) =>
        every({
          name: `orders:${name}`,
          intervalMs: deps.sweepMs ?? defaultSweepMs,
          idleMs: idleFactor * (deps.sweepMs ?? defaultSweepMs),
          run,
          now,
          log,
          observe: (ran) => {
            metrics.jobRan(ran);
          },
        });
      schedules.push(
        job('attend', 5, () => attention.sweep()),
        job('provider_events', 10, () => providerEvents.sweep()),
        job('close_cycles', 5, () => closer.sweep()),
        job('sum_up_groups', 10, async () => {
          await precedence.turn();
          return keeper.sweep();
        }),
      );
      await Promise.all(subscriptions.map(({ ready }) => ready));
    },
    async checkReady() {
      await mongo.db?.command({ ping: 1 });
    },
    async close() {
      await Promise.all([...schedules, ...subscriptions].map((one) => one.close()));
      closer.close();
      await Promise.all([attention.close(), providerEvents.close(), keeper.close()]);
      await stores.close();
      await relay?.close();
    },
  };
}
