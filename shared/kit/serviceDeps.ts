import { type Connection } from 'mongoose';
import { eventCatalogue } from '../contracts/events';
import { identityInternal } from '../contracts/internal/identity';
import { type ServiceName } from '../contracts/roles';
import { accessTokenVerifier } from './auth/accessTokens';
import { endedSessions } from './auth/endedSessions';
import { keptKeys } from './auth/keptKeys';
import { serviceTokens } from './auth/serviceTokens';
import { type Bus } from './bus/bus';
import { setAsideStore } from './bus/setAside/setAsideStore';
import { typedBus } from './bus/typedBus';
import { createClient, type Transport } from './client/client';
import { type Clock } from './clock';
import { type Log } from './log/log';
import { type Metrics } from './metrics/metrics';
import { connectMongo } from './mongo/connect';
import { migrate, type Migrations } from './mongo/migrations';
import { type ServiceDeps } from './service';

type Surroundings = {
  readonly name: ServiceName;
  readonly mongo: Connection;
  readonly bus: Bus;
  /** Secret that all services share. */
  readonly serviceKey: Uint8Array;
  /** The way to the other services; `authorization` proves who asks. */
  readonly transport: (authorization: () => Promise<string>) => Transport;
  readonly now: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** What a service is handed, made from what is different where it runs alone and where it runs beside the others. */
export function serviceDeps(around: Surroundings): ServiceDeps {
  const { name, mongo, bus, serviceKey, transport, now, log, metrics } = around;
  const tokens = serviceTokens(name, serviceKey, now);
  const call = transport(() => tokens.sign().then((token) => `Service ${token}`));
  const identity = createClient(identityInternal, call);
  return {
    mongo,
    bus: typedBus(bus, eventCatalogue, { setAside: setAsideStore(mongo) }),
    call,
    auth: {
      account: accessTokenVerifier(
        keptKeys(mongo, () => identity.getSigningKeys(), now),
        now,
        endedSessions(
          async (since) =>
            (await identity.listEndedSessions({ query: { since: since.toISOString() } })).sessions,
          now,
        ),
      ),
      async current(caller) {
        const { accountId, sessionId } = caller;
        const { roles } = await identity.getRights({ params: { accountId, sessionId } });
        return { ...caller, roles };
      },
      service: (token) => tokens.verify(token),
    },
    now,
    log,
    metrics,
  };
}

/** Where a service keeps its data, and how the data of earlier releases become what this one reads. */
export type OwnDatabase = { readonly name: ServiceName; readonly migrations: Migrations };

/**
 * Connects a service to the database that is its own, and brings the data there to the version of this program.
 * @throws {DatabaseUnreachable | DataIsNewer}
 */
export async function connectOwnDatabase(
  { name, migrations }: OwnDatabase,
  uri: string,
  log: Log,
): Promise<Connection> {
  const connection = await connectMongo({ uri, dbName: `lintuan_${name}`, log });
  try {
    await migrate(connection, migrations, { log });
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
