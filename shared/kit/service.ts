import { type Server } from 'node:http';
import { type Express, type RequestHandler } from 'express';
import { type Store } from 'express-rate-limit';
import { type Connection } from 'mongoose';
import { type eventCatalogue } from '../contracts/events';
import { type ServiceName } from '../contracts/roles';
import { type TypedBus } from './bus/typedBus';
import { type Transport } from './client/client';
import { type Clock } from './clock';
import { type Authenticator } from './http/authenticate';
import { type ServedApi } from './http/operation';
import { type Log } from './log/log';
import { type Metrics } from './metrics/metrics';

/** What every service is handed, whether it runs alone or beside the others. */
export type ServiceDeps = {
  /** The service's own database, indexes not built yet. */
  readonly mongo: Connection;
  readonly bus: TypedBus<typeof eventCatalogue>;
  /** Calls the internal operations of any other service, as this service. */
  readonly call: Transport;
  readonly auth: Authenticator;
  readonly now: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Makes the counter behind one rate limit; absent: in memory. */
  readonly limitStore?: (name: string) => Store;
};

/** A service that was put together, ready to be served or mounted. */
export type ServiceApp = {
  readonly name: ServiceName;
  /** For callers in the same process. */
  readonly api: ServedApi;
  /** Everything that the service answers over HTTP: for a gateway in the same process. */
  readonly routes: RequestHandler;
  /** The same as an application of its own. */
  readonly express: Express;
  /** Begins what runs by itself: relay, subscriptions, sweepers. Call once, when every service can be reached. */
  start(): Promise<void>;
  /** Takes part in the HTTP server that serves the service: sockets. */
  attach?(server: Server): void;
  /** Whether requests can be served right now; throws with the reason when not. */
  checkReady(): Promise<void>;
  /** Ends what `start` began: waits for running work, loses nothing. The connection and the bus belong to the caller. */
  close(): Promise<void>;
};
