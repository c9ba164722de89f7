import { setTimeout as sleep } from 'node:timers/promises';
import { type Endpoint } from '../../contracts/endpoint';
import { type ErrorCode } from '../../contracts/errors';
import { outgoing } from '../http/outgoing';
import { currentCorrelationId } from '../log/correlation';
import { type Call, type Transport } from './client';
import { RemoteProblem, Unreachable } from './remoteProblem';

export type HttpTransportOptions = {
  /** `http://127.0.0.1:8082`, or `https://shop.example/api`. */
  readonly baseUrl: string;
  /** The whole `Authorization` header, asked for each call. */
  readonly authorization?: () => Promise<string | undefined>;
  /** For one try. */
  readonly timeoutMs?: number;
  /** For all tries of a call together; without it each has its time. */
  readonly withinMs?: number;
  /** Tries after the first for calls that may be repeated. */
  readonly retries?: number;
};

/**
 * Calls over HTTP. A call that may be sent twice without harm (a read, a natural write, a write with a key) is tried again when
 * the connection breaks, the service answers 503, or an earlier try of it is still at work or died there; nothing else is.
 * @throws {RemoteProblem} the service's refusal, or SERVICE_UNAVAILABLE when it cannot be reached in time.
 */
export function httpTransport(options: HttpTransportOptions): Transport {
  const { baseUrl, authorization, timeoutMs = 10_000, withinMs = Infinity, retries = 2 } = options;
  return async (endpoint, call) => {
    const tries = repeatable(endpoint, call) ? retries + 1 : 1;
    const until = performance.now() + withinMs;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await send(endpoint, call, Math.min(timeoutMs, until - performance.now()));
      if (!(outcome instanceof RemoteProblem)) return takenBy(endpoint)?.(outcome.body);
      const pauseMs = 50 * 2 ** attempt * (0.5 + Math.random());
      if (!passing.has(outcome.code) || attempt >= tries || performance.now() + pauseMs >= until)
        throw outcome;
      await sleep(pauseMs);
    }
  };

  async function send(
    endpoint: Endpoint,
    call: Call,
    ms: number,
  ): Promise<{ body: unknown } | RemoteProblem> {
    const headers = await headersOf(call);
    let response: Response;
    let text: string;
    try {
      response = await fetch(baseUrl + pathOf(endpoint, call), {
        method: endpoint.method.toUpperCase(),
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        signal: AbortSignal.timeout(Math.max(1, Math.ceil(ms))),
      });
      text = await response.text();
    } catch (error) {
      return new Unreachable(endpoint.service, error);
    }
    const body = readJson(text);
    return response.ok ? { body } : RemoteProblem.from(body);
  }

  async function headersOf(call: Call): Promise<Record<string, string>> {
    const correlationId = currentCorrelationId();
    const credentials = await authorization?.();
    return {
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(credentials === undefined ? {} : { Authorization: credentials }),
      ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
      ...(correlationId === undefined ? {} : { 'X-Correlation-Id': correlationId }),
    };
  }
}

const takers = new WeakMap<Endpoint, (reply: unknown) => unknown>();

/**
 * What is taken of a reply: shapes are checked, formats are not. What was stored before its format became stricter is read for as long as
 * it is kept.
 */
function takenBy(endpoint: Endpoint) {
  const { reply } = endpoint;
  if (!reply) return undefined;
  const known = takers.get(endpoint);
  if (known) return known;
  const taken = outgoing(reply);
  takers.set(endpoint, taken);
  return taken;
}

/** Refusals that end by themselves. */
const passing: ReadonlySet<ErrorCode> = new Set(['SERVICE_UNAVAILABLE', 'REQUEST_IN_PROGRESS']);

const repeatable = (endpoint: Endpoint, call: Call): boolean =>
  endpoint.method === 'get' || endpoint.idempotency === 'natural' || call.idempotencyKey !== undefined;

/** Fills the path's parameters and appends the query. */
export function pathOf(endpoint: Endpoint, { params = {}, query = {} }: Call): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
