import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Registry } from 'prom-client';
import { metricsPage } from './metrics';

/** Answers `GET /metrics` with the figures of these registries. Fits Express and `node:http`. */
export function metricsHandler(registries: readonly Registry[]) {
  return async (_request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { contentType, body } = await metricsPage(registries);
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
  };
}
