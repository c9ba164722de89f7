import { createServer } from 'node:http';
import pino from 'pino';
import { systemClock } from '../kit/clock';
import { ConfigError } from '../kit/config/environment';
import { createLog } from '../kit/log/log';
import { CannotListen, closeGracefully, listen, portOf } from '../kit/process/listen';
import { stopSignal } from '../kit/process/stopSignal';
import { readConfig } from './config';
import { LiveKeysConfigured } from './kit/liveKeys';
import { createStripeSandbox } from './stripe/createStripeSandbox';
import { createWechatSandbox } from './wechat/createWechatSandbox';

const DRAIN_MS = 3000;

/** The stand-ins alone. The first line on stdout is JSON with their addresses and keys; the log goes to stderr. */
async function main() {
  const { port, host, publicUrl, folder, webhookUrl, stripe: keys, wechat: app } = readConfig();
  const log = createLog({
    service: 'sandbox',
    level: 'info',
    destination: pino.destination({ fd: 2, sync: true }),
  });
  const stopped = stopSignal();

  // Its pages must know their address, which is known only once the port is taken.
  const server = await listen(createServer(), port, host);
  const url = `http://${host}:${portOf(server)}`;
  const stripe = await createStripeSandbox({
    ...keys,
    webhookUrl,
    folder,
    publicUrl: publicUrl ?? url,
    now: systemClock,
    log,
  });
  server.on('request', stripe.app);
  const wechat = createWechatSandbox({ ...app, now: systemClock, log });
  const wechatServer = await listen(wechat.app, port === 0 ? 0 : port + 1, host);

  const addresses = {
    stripe: { url, host, port: portOf(server), ...keys },
    wechat: { url: `http://${host}:${portOf(wechatServer)}`, ...app },
  };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);

  await stopped;
  await Promise.all([server, wechatServer].map((one) => closeGracefully(one, { timeoutMs: DRAIN_MS })));
  await stripe.close();
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigError || error instanceof CannotListen || error instanceof LiveKeysConfigured;
  process.stderr.write(
    `${expected ? `${error.name}: ${error.message}` : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
