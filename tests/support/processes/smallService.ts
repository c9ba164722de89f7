import { type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError } from '../../../shared/kit/config/environment';
import { listen, portOf } from '../../../shared/kit/process/listen';
import { runService } from '../../../shared/kit/process/runService';

class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

/** A process for the tests of `runService`: `FAULT` says what goes wrong with it. */
const fault = process.env['FAULT'];

void runService({
  name: 'small',
  readConfig: () => {
    if (fault === 'config') throw new ConfigError(['PORT must be a number', 'LOG_LEVEL is not set']);
    return { logLevel: 'info' as const, port: Number(process.env['PORT'] ?? 0) };
  },
  plainErrors: [DataFolderInUse],
  drainMs: 500,
  start: async ({ port }, { log, health }) => {
    if (fault === 'plain') throw new DataFolderInUse('The data folder is in use');
    if (fault === 'unknown') throw new Error('a bug');
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === '/reject') void Promise.reject(new Error('nobody catches this'));
      if (request.url === '/slow') {
        process.send?.('asked');
        await delay(150);
      }
      response.end(JSON.stringify(await health.isReady()));
    };
    const server = await listen((request, response) => void answer(request, response), port, '127.0.0.1');
    process.send?.({ port: portOf(server) });
    return {
      servers: [server],
      close: async () => {
        if (fault === 'slow end') await delay(60_000);
        log.info('flushed');
      },
    };
  },
});
