import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StripeAccess } from '../../scripts/demo/books/stripeBooks';
import { waitFor } from '../../scripts/demo/actors/waiting';
import { type EmbeddedEngine, startEmbeddedEngine } from '../../shared/kit/mongo/embeddedEngine';
import { freePort } from './ports';
import { type KillableProcess, startProcess } from './process';
import { startRedis, type TestRedis } from './redis';
import { startTestTime, type TestTime } from './testTime';

const services = ['identity', 'catalog', 'orders', 'delivery', 'settlement', 'gateway'] as const;
type Service = (typeof services)[number];

export type SpreadOut = {
  /** The gateway. */
  readonly url: string;
  readonly mongoUri: string;
  /** Its time, and that of all who use it: it can be moved. */
  readonly time: TestTime;
  readonly stripe: StripeAccess;
  /**
   * One more process of a service, known to nobody but the caller.
   * @param settings in place of what the first one was told
   * @returns its address, when it is ready.
   */
  startAnother(service: Service, settings?: Readonly<Record<string, string>>): Promise<string>;
  /** SIGKILL to one service. */
  kill(service: Service): Promise<void>;
  /** A new process of a service that was killed. Resolves when it is ready. */
  restart(service: Service): Promise<void>;
  /** Makes a service hang, as a machine without memory does, until it is let go on. */
  hang(service: Service): void;
  goOn(service: Service): void;
  /** SIGKILL to one service, and a new process in its place. Resolves when that one is ready. */
  killAndRestart(service: Service): Promise<void>;
  /** What a service wrote, over all its lives. */
  output(service: Service): string;
  close(): Promise<void>;
};

type Sandbox = {
  readonly stripe: { url: string; secretKey: string; webhookSecret: string };
  readonly wechat: { url: string; appid: string; secret: string };
};

/** The six services as processes of their own, with MongoDB's engine, Redis and the stand-ins beside them. */
export async function startSpreadOut(): Promise<SpreadOut> {
  const folder = await mkdtemp(join(tmpdir(), 'lintuan-spread-'));
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: console.error };
  const ports = new Map<Service, number>();
  for (const service of services) ports.set(service, await freePort());
  const urlOf = (service: Service) => `http://127.0.0.1:${ports.get(service) ?? 0}`;
  const url = urlOf('gateway');

  const time = startTestTime();
  const closers: (() => void | Promise<void>)[] = [
    () => {
      time.close();
    },
    () => rm(folder, { recursive: true, force: true }),
  ];
  const close = async () => {
    for (const one of closers.reverse()) await one();
  };
  try {
    const engine = await startEmbeddedEngine({ dataDir: join(folder, 'db'), log });
    closers.push(() => engine.close());
    const redis = await startRedis();
    closers.push(() => redis.close());
    const { sandbox, program } = await startSandbox({
      STRIPE_WEBHOOK_URL: `${url}/api/webhooks/stripe`,
      SANDBOX_DATA_DIR: join(folder, 'sandbox'),
      TEST_CLOCK: time.file,
    });
    closers.push(() => program.kill());
    const around = { engine, redis, sandbox, folder, url };
    const lives = new Map<Service, KillableProcess[]>(services.map((service) => [service, []]));
    closers.push(async () => {
      await Promise.all([...lives.values()].flat().map((life) => life.kill()));
    });

    const start = (service: Service, own: Readonly<Record<string, string>> = {}) => {
      const addresses = Object.fromEntries(
        services.map((one) => [`${one.toUpperCase()}_URL`, urlOf(one)] as const),
      );
      const port = String(ports.get(service) ?? 0);
      // The gateway knows no time.
      const clock = service === 'gateway' ? {} : { TEST_CLOCK: time.file };
      const environment = { ...settings(around), ...addresses, ...clock, PORT: port, ...own };
      lives.get(service)?.push(startProcess(`services/${service}/main.ts`, environment));
    };
    const ready = (service: Service, address = urlOf(service)) =>
      waitFor(`${service} being ready`, () => isReady(address), { seconds: 60 }).catch(
        async (error: unknown) => {
          throw new Error(await states(), { cause: error });
        },
      );
    /** What every service answers to whether it is ready, and what it wrote last. */
    const states = async () => {
      const each = await Promise.all(
        services.map(
          async (one) => `${one} ${await readiness(urlOf(one))}\n${output(one).slice(-2_000)}` as const,
        ),
      );
      return each.join('\n');
    };
    const output = (service: Service) => (lives.get(service) ?? []).map((life) => life.output()).join('');

    const kill = async (service: Service) => {
      await lives.get(service)?.at(-1)?.kill();
    };
    const restart = async (service: Service) => {
      start(service);
      await ready(service);
    };

    for (const service of services) start(service);
    await Promise.all(services.map((service) => ready(service)));
    return {
      url,
      mongoUri: engine.uri,
      time,
      stripe: sandbox.stripe,
      output,
      close,
      async startAnother(service, own = {}) {
        const port = await freePort();
        start(service, { ...own, PORT: String(port) });
        const address = `http://127.0.0.1:${port}`;
        await ready(service, address);
        return address;
      },
      kill,
      restart,
      hang: (service) => lives.get(service)?.at(-1)?.hang(),
      goOn: (service) => lives.get(service)?.at(-1)?.goOn(),
      async killAndRestart(service) {
        await kill(service);
        await restart(service);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Around = {
  readonly engine: EmbeddedEngine;
  readonly redis: TestRedis;
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly url: string;
};

const settings = ({ engine, redis, sandbox, folder, url }: Around): Record<string, string> => ({
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  MONGODB_URI: engine.uri,
  REDIS_URL: redis.url,
  DEMO_DATA: 'true',
  DATA_DIR: folder,
  PUBLIC_URL: url,
  STRIPE_API_URL: sandbox.stripe.url,
  STRIPE_PAGES_URL: sandbox.stripe.url,
  STRIPE_SECRET_KEY: sandbox.stripe.secretKey,
  STRIPE_WEBHOOK_SECRET: sandbox.stripe.webhookSecret,
  WECHAT_API_URL: sandbox.wechat.url,
  WECHAT_APPID: sandbox.wechat.appid,
  WECHAT_SECRET: sandbox.wechat.secret,
});

async function startSandbox(
  environment: Readonly<Record<string, string>>,
): Promise<{ sandbox: Sandbox; program: KillableProcess }> {
  const program = startProcess('shared/sandbox/main.ts', environment);
  const [line] = await program.said(/^\{"stripe".*\}$/m);
  return { sandbox: JSON.parse(line) as Sandbox, program };
}

const askReady = (url: string) => fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) });

const isReady = (url: string): Promise<boolean> =>
  askReady(url).then(
    ({ ok }) => ok,
    () => false,
  );

const readiness = (url: string): Promise<string> =>
  askReady(url).then(
    async (answer) => `answered ${answer.status} ${await answer.text()}`,
    (error: unknown) => `did not answer: ${String(error)}`,
  );
