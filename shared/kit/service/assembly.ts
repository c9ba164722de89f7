import { type Server } from 'node:http';
import { type RequestHandler, Router } from 'express';
import { auditApis, type AuditedService } from '../../contracts/audit';
import { type Api } from '../../contracts/endpoint';
import { outsideActions } from '../audit/action';
import { AuditStore } from '../audit/auditStore';
import { AuditTrail } from '../audit/auditTrail';
import { presentAuditEntry } from '../audit/presentAuditEntry';
import { type Subscription } from '../bus/bus';
import { type Authenticator } from '../http/authenticate';
import { expressRouter } from '../http/expressRouter';
import { type Handler, type Handlers } from '../http/handler';
import { idempotencyKeys } from '../http/idempotencyKeys';
import { mongoIdempotencyStore } from '../http/mongoIdempotencyStore';
import { serve, type ServeOptions } from '../http/operation';
import { rateLimiters } from '../http/rateLimits';
import { serviceApp } from '../http/serviceApp';
import { presentPage } from '../mongo/pages';
import { ensureIndexes } from '../mongo/indexes';
import { type OutboxRelay, startOutboxRelay } from '../outbox/outboxRelay';
import { type OutboxCollection } from '../outbox/outboxStore';
import { every, type Schedule } from '../schedule/every';
import { type ServiceApp, type ServiceDeps } from '../service';

/** Something that a service does by itself, again and again; what is due is found by query (`every`). */
export type Job = {
  /** Pause between two runs, in ms. */
  readonly everyMs: number;
  /** The longest pause while runs find nothing to do, in ms. Unless given, pauses stay as they are. */
  readonly idleMs?: number;
  readonly run: (at: Date) => Promise<unknown>;
  /** It decides about money, goods or rights without a person: what it writes is kept in the audit trail. */
  readonly decides?: true;
};

/** What is different from service to service; `Outbox` are the names of its collections whose documents owe events. */
type Parts<A extends Api, Outbox extends string> = {
  readonly outboxes: Readonly<Record<Outbox, OutboxCollection>>;
  /** How often to look for events whose nudge got lost, in ms. */
  readonly relayMs?: number;
  /** Waited for before such events are looked for: what goes first. */
  readonly relayTurn?: () => Promise<void>;
  readonly api: A;
  readonly handlers: Handlers<A>;
  /** Who asks; unless given, as the service was told. */
  readonly auth?: Authenticator;
  /** What is answered beside the operations, and before them. */
  readonly pages?: readonly RequestHandler[];
  /** Closed before anything else: nobody follows what is ending. */
  readonly sockets?: { readonly attach: (server: Server) => void; readonly close: () => Promise<void> };
  /** Listens to events; called by `start`, when what the handlers write is already relayed. */
  readonly subscribe?: (bus: ServiceDeps['bus']) => readonly Subscription[];
  /** By their names, in snake case. */
  readonly jobs: Readonly<Record<string, Job>>;
  /** Ends what the service's own parts have under way, when nothing new begins any more; what it writes is still relayed. */
  readonly close?: () => Promise<void>;
};

/**
 * How every service is put together. Open the stores, make the use cases, and hand them to `assemble`: it builds the indexes of
 * all stores that were opened, and serves.
 * Every service keeps an audit trail (rule 30), answers who changed what, and seals its chain.
 * @returns `audit` keeps what the service decides by itself. `nudge` says that a document owes events; before `start` it does nothing, and nothing is lost by that.
 */
export function assembly<Outbox extends string>(name: AuditedService, around: ServiceDeps) {
  const { mongo, bus, now, log, metrics } = around;
  const database = mongo.getClient().db(mongo.name);
  const entries = new AuditStore(mongo);
  const audit = new AuditTrail(name, entries, { now, log });
  let relay: OutboxRelay<Outbox> | undefined;
  const nudge = (collection: Outbox, document: { readonly _id: unknown }): void => {
    // What comes of an event belongs to whoever listens.
    outsideActions(() => relay?.nudge(collection, document));
  };

  /** For an API of which replies are kept to be given again. */
  async function storedReplies(api: Api): Promise<Pick<ServeOptions, 'idempotency'>> {
    if (!Object.values(api).some(({ idempotency }) => idempotency === 'stored')) return {};
    const idempotency = mongoIdempotencyStore(database.collection(idempotencyKeys), now);
    await idempotency.ensureIndex();
    return { idempotency };
  }

  /** Who changed what here. */
  const listAuditEntries: Handler<(typeof auditApis)[AuditedService]['listAuditEntries']> = async ({
    query,
  }) => {
    const { from, until, cursor, limit, ...search } = query;
    const moments = {
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(until === undefined ? {} : { until: new Date(until) }),
    };
    return presentPage(await entries.search({ ...search, ...moments }, { cursor, limit }), presentAuditEntry);
  };
  const sealing: Job = { everyMs: 2_000, idleMs: 30_000, run: (at) => audit.seal(at) };

  const schedule = ([job, { everyMs, idleMs, run, decides }]: readonly [string, Job]): Schedule =>
    every({
      name: `${name}:${job}`,
      intervalMs: everyMs,
      ...(idleMs === undefined ? {} : { idleMs }),
      ...{ run: decides ? (at) => audit.bySystem(job, () => run(at)) : run, now, log },
      observe: (ran) => {
        metrics.jobRan(ran);
      },
    });

  /** @throws {IndexConflict} */
  async function assemble<A extends Api>(parts: Parts<A, Outbox>): Promise<ServiceApp> {
    const { api, handlers, auth = around.auth, pages = [], sockets } = parts;
    await ensureIndexes(mongo);
    const served = serve(
      { ...api, listAuditEntries: auditApis[name].listAuditEntries },
      { ...handlers, listAuditEntries },
      { auth, now, audit, ...(await storedReplies(api)) },
    );
    const operations = expressRouter(served, {
      limiters: rateLimiters(around.limitStore),
      onAnswered: (answered) => {
        metrics.httpAnswered(answered);
      },
    });
    const routes = pages.length === 0 ? operations : Router().use(...pages, operations);
    let running: readonly (Schedule | Subscription)[] = [];

    return {
      name,
      api: served,
      routes,
      express: serviceApp({ routers: [routes], log }),
      ...(sockets ? { attach: sockets.attach } : {}),
      async start() {
        relay = startOutboxRelay({
          ...{ collections: parts.outboxes, bus, log, now, observe: metrics },
          ...(parts.relayMs === undefined ? {} : { pollMs: parts.relayMs }),
          ...(parts.relayTurn ? { turn: parts.relayTurn } : {}),
        });
        const subscriptions = parts.subscribe?.(bus) ?? [];
        running = [...subscriptions, ...Object.entries({ ...parts.jobs, seal_audit: sealing }).map(schedule)];
        await Promise.all(subscriptions.map(({ ready }) => ready));
      },
      async checkReady() {
        await database.command({ ping: 1 });
      },
      async close() {
        await sockets?.close();
        await Promise.all(running.map((one) => one.close()));
        await parts.close?.();
        await relay?.close();
      },
    };
  }

  return { nudge, audit, assemble };
}
