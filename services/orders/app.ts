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
import { createFulfilment } from './fulfilment';
import { shopperRoutes } from './http/orderRoutes';
import { cardPageRoute, cardPageUrl } from './http/cardPage/cardPageRoute';
import { stripeWebhookRoute } from './http/stripeWebhook';
import { OrderStore } from './storage/orderStore';
import { PointDays } from './storage/pointDayStore';
import { ProviderEventStore } from './storage/providerEventStore';
import { subscribeOrders } from './subscriptions';
import { Attention } from './usecases/orders/attention';
import { type OrdersDeps } from './usecases/deps';
import { ProviderEvents } from './usecases/payments/providerEvents';

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
  const orders = new OrderStore(mongo, now);
  const pointDays = new PointDays(mongo, orders.collection, now);
  const events = new ProviderEventStore(mongo);

  const catalog = createClient(catalogInternal, call);
  const terms = new Terms(catalog, createClient(deliveryInternal, call));
  const { publishableKey, publicUrl } = deps.stripe;
  const ownPage = publishableKey === undefined ? {} : { payPage: cardPageUrl(publicUrl) };
  const stripe = stripePayments({ ...ownPage, ...deps.stripe, now });
  const payments = deps.wrapPayments?.(stripe) ?? stripe;
  const core: OrdersDeps = { orders, pointDays, catalog, terms, payments, now, log };
  const attention = new Attention(core);
  const providerEvents = new ProviderEvents({ ...core, events });

  let relay: OutboxRelay<'orders' | keyof typeof fulfilment.collections> | undefined;
  const fulfilment = createFulfilment(core, deps, (collection, document) => {
    relay?.nudge(collection, document);
  });
  await ensureIndexes(mongo);
  const idempotency = mongoIdempotencyStore(mongo.getClient().db(mongo.name).collection('request_keys'), now);
  await idempotency.ensureIndex();
  orders.onWritten((order, outbox) => {
    if (outbox.length > 0) relay?.nudge('orders', { _id: order.id });
    attention.noticed(order);
  });

  const api = serve(
    { ...ordersApi, ...ordersInternal },
    { ...shopperRoutes(core), ...fulfilment.routes },
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
        collections: { orders: orders.collection, ...fulfilment.collections },
        pollMs: deps.sweepMs ?? defaultSweepMs,
        bus,
        log,
        now,
        observe: metrics,
      });
      subscriptions.push(subscribeOrders(bus, core, attention), ...fulfilment.subscribe());
      const job = (name: string, run: () => Promise<void>) =>
        every({
          name: `orders:${name}`,
          intervalMs: deps.sweepMs ?? defaultSweepMs,
          run,
          now,
          log,
          observe: (ran) => {
            metrics.jobRan(ran);
          },
        });
      schedules.push(
        job('attend', () => attention.sweep()),
        job('provider_events', () => providerEvents.sweep()),
        ...Object.entries(fulfilment.jobs).map(([name, run]) => job(name, run)),
      );
      await Promise.all(subscriptions.map(({ ready }) => ready));
    },
    async checkReady() {
      await mongo.db?.command({ ping: 1 });
    },
    async close() {
      await Promise.all([...schedules, ...subscriptions].map((one) => one.close()));
      await Promise.all([attention.close(), providerEvents.close(), fulfilment.close()]);
      await Promise.all([pointDays.close(), orders.close()]);
      await relay?.close();
    },
  };
}
