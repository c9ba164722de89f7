/** `npm start`: everything in one process – database engine, services, sandboxes, the app and its gateway. */
import { type RequestListener } from 'node:http';
import { type Log } from '#shared/kit/log/log';
import { processRegistry } from '#shared/kit/metrics/metrics';
import { DatabaseUnreachable } from '#shared/kit/mongo/connect';
import { DataIsNewer } from '#shared/kit/mongo/migrations';
import { DataDirInUse, DataDirUnusable, EngineCannotLoad, EngineDied } from '#shared/kit/mongo/engineErrors';
import { type Health } from '#shared/kit/process/health';
import { listen, portOf } from '#shared/kit/process/listen';
import { type Running, runService } from '#shared/kit/process/runService';
import { clockAt, tellTime } from '#shared/kit/testClock';
import { createGatewayApp } from './gateway/app';
import { siteFolder } from './gateway/config';
import { notYet } from './gateway/http/notYet';
import { announce } from './start/announce';
import { buildApp } from './start/appBuild';
import { liveFirstDay } from './start/demoDay/firstDay';
import { demoLife } from './start/demoLife';
import { readStartConfig, type StartConfig } from './start/config';
import { DataDirNotWritable, keptSecrets, prepareDataDir, RestoreInterrupted } from './start/dataDir';
import { openDatabase } from './start/database';
import { movableClock } from './start/movableClock';
import { neighbours } from './start/neighbours';
import { makeSandboxSecrets, startSandboxes } from './start/sandboxes';
import { say, telling } from './start/say';
import { createServices } from './start/services';

/** Payments are told to us from the first moment on. */
const webhooks = '/api/webhooks/';

async function start(config: StartConfig, { log, health }: { log: Log; health: Health }): Promise<Running> {
  prepareDataDir(config.dataDir);
  let answer: RequestListener = notYet;
  const now = clockAt(config.testClock);
  const server = await listen(
    (req, res) => {
      tellTime(now, res);
      answer(req, res);
    },
    config.port,
    config.host,
  );
  const port = portOf(server);
  const ownUrl = `http://127.0.0.1:${port}`;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const build = config.app ? buildApp() : undefined;

  const database = await telling('Database', () => openDatabase(config.mongoUri, config.dataDir, log));
  const clock = movableClock(now);
  const sandboxes = await startSandboxes({
    dataDir: config.dataDir,
    secrets: keptSecrets(config.dataDir, makeSandboxSecrets),
    publicUrl,
    ownUrl,
    realPayments: config.payments,
    realWechat: config.wechat,
    // Who takes payments lives in the same time: what is paid on the demo's last evening is booked on it.
    now: clock.now,
    log,
  });
  const all = neighbours(database.uri, config.logLevel, clock.now);
  const { identity, demo, backends, isNew } = await createServices({
    neighbours: all,
    config,
    sandboxes,
    publicUrl,
  });
  const firstOperator = config.demo ? undefined : await identity.ensureFirstOperator();

  for (const app of all.apps) {
    health.addCheck(app.name, () => app.checkReady());
    app.attach?.(server);
  }
  const gateway = createGatewayApp({
    backends,
    mounts: sandboxes.mounts,
    siteFolder: siteFolder(),
    health,
    registries: [...all.metrics.map(({ registry }) => registry), processRegistry()],
    trusted: config.trusted,
    metricsToken: config.metricsToken,
    log,
  });
  const lives = config.demo && config.life && !config.payments;
  const begin = () => all.start();
  answer = (req, res) => {
    (req.url?.startsWith(webhooks) ? gateway : notYet)(req, res);
  };
  await (lives && isNew
    ? liveFirstDay({ gateway, clock, begin, bookUnknown: () => sandboxes.bookUnknown(), log })
    : begin());
  answer = gateway;
  const life = lives ? demoLife(ownUrl, now, log) : undefined;
  announce({
    url: publicUrl,
    host: config.host,
    port,
    demo,
    firstOperator,
    sandbox: config.payments === undefined,
    appPending: build?.running ?? false,
  });
  if (build?.running)
    void build.done.then((there) => {
      if (there) say(`The app is ready: ${publicUrl}`);
    });

  return {
    servers: [server],
    async close() {
      build?.close();
      await life?.close();
      await all.close();
      await sandboxes.close();
      await database.close();
      say('Stopped.');
    },
  };
}

void runService<StartConfig>({
  name: 'lintuan',
  readConfig: () => readStartConfig(),
  plainErrors: [
    DataDirNotWritable,
    RestoreInterrupted,
    DataDirInUse,
    DataDirUnusable,
    EngineCannotLoad,
    EngineDied,
    DatabaseUnreachable,
    DataIsNewer,
  ],
  drainMs: 25_000,
  start,
});
