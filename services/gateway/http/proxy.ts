import { randomInt } from 'node:crypto';
import { Agent, type Server, ServerResponse } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { type RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { problem } from '#shared/kit/http/problem';
import { type Log } from '#shared/kit/log/log';
import { doorOf } from '#shared/kit/process/door';
import { keepAliveMs } from '#shared/kit/process/listen';
import { hangingWatch } from './hangingWatch';
import { type BackendName, type Backends, backendNames } from './forward';
import { stripHeaders } from './strip';
import { type TrustedProxies } from './trustedProxies';

export type BackendUrls = Readonly<Record<BackendName, string>>;

const timeoutMs = 30_000;

/**
 * Connections to a service are kept: opening one costs more than most requests. They are given up before the service closes them, so
 * that no request is sent into a connection that is just being closed.
 */
function agentFor(target: string): Agent {
  const options = { keepAlive: true, maxSockets: 512, maxFreeSockets: 64, timeout: keepAliveMs / 2 };
  return target.startsWith('https:') ? new SecureAgent(options) : new Agent(options);
}

function proxyTo(name: BackendName, target: string, { log, agent }: { log: Log; agent?: Agent }) {
  const hanging = hangingWatch(target);
  const proxy = createProxyMiddleware({
    target,
    ...(agent ? { agent } : {}),
    proxyTimeout: timeoutMs,
    timeout: timeoutMs,
    on: {
      proxyReq: (outgoing) => {
        const { heard, answered } = hanging.guard(() => outgoing.destroy(new Error(`${name} hangs`)));
        outgoing
          .once('response', (reply) => {
            heard();
            answered();
            reply.on('data', heard);
          })
          .once('close', answered);
      },
      proxyReqWs: (outgoing, _req, socket) => {
        // Whoever is cut off here would stay at the service until it misses the next sign of life.
        outgoing.once('upgrade', (_reply, upstream) => {
          socket.once('close', () => upstream.destroy());
        });
      },
      proxyRes: (reply, _req, res) => {
        // A service that dies half-way leaves a reply that must not look whole, nor keep its reader waiting.
        reply.on('close', () => {
          if (!reply.complete) res.destroy();
        });
      },
      error: (error, _req, res) => {
        log.warn({ err: error, service: name }, 'a service cannot be reached');
        if (!(res instanceof ServerResponse)) {
          res.destroy();
          return;
        }
        if (res.headersSent) {
          res.destroy();
          return;
        }
        refuse(res);
      },
    },
  });
  const handler: RequestHandler = async (req, res, next) => {
    if (await hanging.letsIn()) await proxy(req, res, next);
    else refuse(res);
  };
  return { handler, upgrade: proxy.upgrade };
}

/** Those who are refused together are not told to come back together: what they come back to has just begun to live. */
function refuse(res: ServerResponse): void {
  const retryAfter = String(randomInt(2, 7));
  res.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': retryAfter });
  res.end(JSON.stringify(problem('SERVICE_UNAVAILABLE')));
}

/** Services that run as processes of their own. */
export function proxiedBackends(urls: BackendUrls, log: Log): Backends {
  const proxies = backendNames.map(
    (name) => [name, proxyTo(name, urls[name], { log, agent: agentFor(urls[name]) }).handler] as const,
  );
  return Object.fromEntries(proxies) as unknown as Backends;
}

const realtimePrefix = '/realtime/';

/** Sockets, which delivery serves: the polling requests as a handler, the upgrades on the server. */
export function proxiedRealtime(
  deliveryUrl: string,
  { log, trusted }: { readonly log: Log; readonly trusted: TrustedProxies },
) {
  const proxy = proxyTo('delivery', `${deliveryUrl}/realtime`, { log });
  return {
    handler: proxy.handler,
    attach(server: Server): void {
      doorOf(server).claimUpgrades(realtimePrefix);
      server.on('upgrade', (req, socket, head) => {
        if (!req.url?.startsWith(realtimePrefix)) return;
        stripHeaders(req, trusted);
        req.url = req.url.slice(realtimePrefix.length - 1);
        proxy.upgrade(req, socket as Parameters<typeof proxy.upgrade>[1], head);
      });
    },
  };
}
