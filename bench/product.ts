import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../tests/support/ports';
import { startChild } from './childProcess';
import { inherited } from './config';
import { type HttpLoad } from './httpLoad';
import { startStandIn } from './standIn';

/** Lets the bench read the product's figures. */
const metricsToken = randomUUID();

export type Product = {
  stop(): Promise<void>;
  readonly origin: string;
  /** Of the first operator. */
  readonly password: string;
  readonly dataDir: string;
};

/** Starts the whole product, empty, on a free port, with the stand-in for the payment provider beside it. */
export async function startProduct(dataDir: string): Promise<Product> {
  const port = await freePort();
  const standIn = await startStandIn(port);
  let password = '';
  let origin = '';
  const child = await startChild('services/start.ts', {
    args: ['--no-demo', '--no-app'],
    environment: {
      ...inherited(),
      ...standIn.environment,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      METRICS_TOKEN: metricsToken,
    },
    ready: /^Stop with Ctrl-C/,
    seen: (line) => {
      password = /password (\S+)$/.exec(line)?.[1] ?? password;
      origin = /is ready: (http:\/\/\S+)/.exec(line)?.[1] ?? origin;
    },
  });
  return {
    origin: origin.replace('localhost', '127.0.0.1'),
    password,
    dataDir,
    async stop() {
      await child.stop();
      await standIn.child.stop();
    },
  };
}

/** Memory of the product's process, in MB. */
export const residentMegabytes = async (origin: string): Promise<number> =>
  Math.round((await metric(origin, 'process_resident_memory_bytes')) / 2 ** 20);

/** Processor time of the product's process since its start, in seconds. */
export const processorSeconds = (origin: string): Promise<number> =>
  metric(origin, 'process_cpu_seconds_total');

/** The same of the bare program, which tells it itself. */
export async function bareSeconds(bare: HttpLoad): Promise<number> {
  const { body } = await bare.send('GET', '/spent', { readBody: true });
  return (body as { processorSeconds: number }).processorSeconds;
}

/** What earlier rows left to be done (events, webhooks) is no part of the next one: waits until there is little of it, 30 s at most. */
export async function untilIdle(origin: string): Promise<void> {
  for (let tries = 0, before = await processorSeconds(origin); tries < 30; tries += 1) {
    await sleep(1_000);
    const after = await processorSeconds(origin);
    if (after - before < 0.1) return;
    before = after;
  }
}

async function metric(origin: string, name: string): Promise<number> {
  const page = await (
    await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  ).text();
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(page)?.[1] ?? 0);
}
