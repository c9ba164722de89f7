import { type Express, type RequestHandler, Router } from 'express';
import { type Registry } from 'prom-client';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { type Log } from '#shared/kit/log/log';
import { metricsHandler } from '#shared/kit/metrics/metricsHandler';
import { type Health, livenessHandler, readinessHandler } from '#shared/kit/process/health';
import { docs } from './http/docs';
import { type Backends, forward } from './http/forward';
import { methodOverride } from './http/methodOverride';
import { contentPolicy } from './http/security';
import { site } from './http/site';
import { strip } from './http/strip';
import { type TrustedProxies } from './http/trustedProxies';
import { openApiDocument } from './openapi/document';

export type GatewayOptions = {
  readonly backends: Backends;
  /** Socket.IO's polling requests; absent where the server answers them itself. */
  readonly realtime?: RequestHandler;
  /** Further parts by their address: the sandboxes. */
  readonly mounts?: Readonly<Record<string, RequestHandler>>;
  /** Folder of the app's H5 build; it may appear later. */
  readonly siteFolder: string;
  readonly health: Pick<Health, 'isReady'>;
  readonly registries: readonly Registry[];
  readonly trusted: TrustedProxies;
  /** What whoever reads `/metrics` must show; without one nobody may. */
  readonly metricsToken: string | undefined;
  readonly log: Log;
};

/** The one public origin: the app, the API, sockets, the API reference and what machines ask about. */
export function createGatewayApp(options: GatewayOptions): Express {
  const { backends, realtime, mounts = {}, siteFolder, health, registries, trusted, log } = options;
  const own = Router();
  own.get('/healthz', livenessHandler);
  own.get('/readyz', readinessHandler(health));
  own.get('/metrics', metricsHandler(registries, options.metricsToken));
  if (realtime) own.use('/realtime', realtime);
  for (const [path, handler] of Object.entries(mounts)) own.use(path, handler);
  const app = serviceApp({
    routers: [
      strip(trusted),
      methodOverride,
      forward(backends),
      own,
      contentPolicy,
      docs(openApiDocument()),
      site(siteFolder),
    ],
    log,
  });
  // Where a request came from was found out above, by address.
  app.set('trust proxy', 1);
  return app;
}
