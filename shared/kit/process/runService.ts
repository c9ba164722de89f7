import { type Server } from 'node:http';
import { ConfigError } from '../config/environment';
import { createLog, type Log, type LogLevel } from '../log/log';
import { within } from '../schedule/within';
import { createHealth, type Health } from './health';
import { CannotListen, closeGracefully } from './listen';
import { stopSignal } from './stopSignal';

/** What runs after the start. It is brought down in this order. */
export type Running = {
  readonly servers: readonly Server[];
  /** Flushes and closes everything else: relay, schedules, bus, database. */
  close(): Promise<void>;
};

type ErrorClass = abstract new (...args: never[]) => Error;

export type ServiceProcess<Config> = {
  readonly name: string;
  /** Reads the environment; a `ConfigError` ends the process with its lines. */
  readonly readConfig: () => Config;
  /** Connects and listens. */
  readonly start: (
    config: Config,
    context: { readonly log: Log; readonly health: Health },
  ) => Promise<Running>;
  /** Errors of `start` whose message says all there is to say; others are logged with their stack. */
  readonly plainErrors?: readonly ErrorClass[];
  /** How long requests under way may take at the end, and flushing after them, in ms. Default 10,000 each. */
  readonly drainMs?: number;
};

const defaultDrainMs = 10_000;

/**
 * The whole life of a process: config → start → ready → SIGTERM or SIGINT → answer what is under way → flush → exit 0.
 * It exits with 1 at a second signal, when an end takes too long, and for an error that nobody caught.
 */
export async function runService<Config extends { readonly logLevel: LogLevel }>(
  service: ServiceProcess<Config>,
): Promise<never> {
  const stopAsked = stopSignal();
  let log = createLog({ service: service.name, level: 'info' });
  const die = (error: unknown) => {
    log.fatal({ err: error }, 'an error that nobody caught');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
  try {
    const config = service.readConfig();
    log = createLog({ service: service.name, level: config.logLevel });
    const health = createHealth();
    const running = await service.start(config, { log, health });
    health.started();
    log.info('ready');
    log.info({ signal: await stopAsked }, 'stopping: answering what is under way');
    health.draining();
    setTimeout(() => process.exit(1), 3 * (service.drainMs ?? defaultDrainMs)).unref();
    const clean = await stop(running, service.drainMs ?? defaultDrainMs);
    log.info(clean ? 'stopped' : 'stopped before everything was done: it took too long');
    return process.exit(clean ? 0 : 1);
  } catch (error) {
    const plain = [ConfigError, CannotListen, ...(service.plainErrors ?? [])];
    if (error instanceof Error && plain.some((one) => error instanceof one))
      process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'could not start or stop');
    return process.exit(1);
  }
}

async function stop(running: Running, drainMs: number): Promise<boolean> {
  const answered = await Promise.all(
    running.servers.map((server) => closeGracefully(server, { timeoutMs: drainMs })),
  );
  let failure: unknown;
  const flushed = await within(
    drainMs,
    running.close().catch((error: unknown) => {
      failure = error;
    }),
  );
  if (failure !== undefined) throw failure as Error;
  return flushed && answered.every(Boolean);
}
