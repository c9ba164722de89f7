import { createMetrics, processRegistry } from '#shared/kit/metrics/metrics';
import { listen } from '#shared/kit/process/listen';
import { runService } from '#shared/kit/process/runService';
import { createGatewayApp } from './app';
import { type GatewayConfig, readGatewayConfig } from './config';
import { backendNames } from './http/forward';
import { proxiedBackends, proxiedRealtime } from './http/proxy';

/** The gateway as a process of its own, before five services that run elsewhere. */
void runService<GatewayConfig>({
  name: 'gateway',
  readConfig: () => readGatewayConfig(),
  async start(config, { log, health }) {
    for (const name of backendNames) health.addCheck(name, () => isReady(config.backends[name]));
    const metrics = createMetrics('gateway');
    const realtime = proxiedRealtime(config.backends.delivery, { log, trusted: config.trusted });
    const app = createGatewayApp({
      backends: proxiedBackends(config.backends, log),
      realtime: realtime.handler,
      siteFolder: config.siteFolder,
      health,
      registries: [metrics.registry, processRegistry()],
      trusted: config.trusted,
      metricsToken: config.metricsToken,
      log,
    });
    const server = await listen(app, config.port, config.host);
    realtime.attach(server);
    return { servers: [server], close: () => Promise.resolve() };
  },
});

async function isReady(url: string): Promise<void> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_500) });
  if (!response.ok) throw new Error(`answered ${response.status}`);
}
