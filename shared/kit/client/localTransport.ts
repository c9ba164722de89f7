import { type Endpoint } from '../../contracts/endpoint';
import { type ServiceName } from '../../contracts/roles';
import { MadeReply } from '../http/handler';
import { type ServedApi } from '../http/operation';
import { type PlainValues, type Transport } from './client';

/**
 * Calls a service that lives in the same process: the same parsing, authorisation and presenting as over HTTP, without the
 * network. Used by the all-in-one start.
 * @param resolve the service's API; asked at each call, since services start one after another.
 */
export function localTransport(from: ServiceName, resolve: (endpoint: Endpoint) => ServedApi): Transport {
  return async (endpoint, call) => {
    const request = {
      params: call.params ?? {},
      query: textQuery(call.query),
      body: call.body,
      address: '127.0.0.1',
      header: (name: string) => (name === 'idempotency-key' ? call.idempotencyKey : undefined),
    };
    const answer = await resolve(endpoint).answer(endpoint, request, { kind: 'service', service: from });
    if (answer instanceof MadeReply)
      throw new Error(`${endpoint.id} gives bytes; services call operations that give JSON`);
    return answer.body;
  };
}

/** Query values arrive as text over HTTP; make them so here too. */
function textQuery(query: PlainValues = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
