import { type Api, type Endpoint } from '../../contracts/endpoint';
import { z } from '../../contracts/zod';
import { type AuditTrail } from '../audit/auditTrail';
import { type Clock } from '../clock';
import { Refused } from '../domainError';
import { authenticate, type Authenticator } from './authenticate';
import { type Caller } from './caller';
import { type Handler, type HandlerContext, type Handlers, MadeReply, type UploadedFile } from './handler';
import { type IdempotencyStore, once } from './idempotency';
import { outgoing } from './outgoing';
import { type RequestKey, requestKey } from './requestKey';

/** A request as it came in, from the network or from a service in the same process. */
export type RawRequest = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly file?: UploadedFile | undefined;
  readonly address: string;
  readonly header: (name: string) => string | undefined;
};

export type Answer = { readonly status: number; readonly body: unknown } | MadeReply;

export type ServedApi = {
  readonly endpoints: readonly Endpoint[];
  /** Parses, authorises, calls the handler and presents its reply. Throws refusals; the edge turns them into problems. */
  answer(endpoint: Endpoint, request: RawRequest, caller?: Caller): Promise<Answer>;
  /** Who calls, when `endpoint` admits them. */
  admit(endpoint: Endpoint, request: RawRequest): Promise<Caller | undefined>;
};

export type ServeOptions = {
  readonly auth: Authenticator;
  readonly now: Clock;
  readonly idempotency?: IdempotencyStore;
  /** Where it is kept who changed what. */
  readonly audit?: Pick<AuditTrail, 'around'>;
};

const nothing = z.strictObject({});
const noBody = z.union([z.undefined(), nothing], { error: 'this operation takes no body' });

/**
 * Serves the operations of `api` with `handlers`: one way in for everything, so that no route can forget to parse, to
 * authorise, or to send only what the contract promises.
 */
export function serve<A extends Api>(api: A, handlers: Handlers<A>, options: ServeOptions): ServedApi {
  const operations = new Map(
    Object.entries(api).map(([name, endpoint]) => [
      endpoint.id,
      {
        endpoint,
        handler: handlers[name as keyof A],
        take: endpoint.reply && outgoing(endpoint.reply),
      },
    ]),
  );
  const admit = (endpoint: Endpoint, request: RawRequest) =>
    authenticate(options.auth, endpoint, request.header('authorization'));
  return {
    endpoints: Object.values(api),
    admit,
    async answer(endpoint, request, known) {
      const operation = operations.get(endpoint.id);
      if (!operation) throw new Error(`${endpoint.id} is not served here`);
      const caller = known ?? (await admit(endpoint, request));
      return run(operation, request, caller, options);
    },
  };
}

type Operation = {
  readonly endpoint: Endpoint;
  readonly handler: Handler<Endpoint>;
  /** Takes of a reply what the contract names; absent where there is none. */
  readonly take: ((reply: unknown) => unknown) | undefined;
};

async function run(
  operation: Operation,
  ...[request, caller, options]: [RawRequest, Caller | undefined, ServeOptions]
): Promise<Answer> {
  const { endpoint, handler } = operation;
  const params = (endpoint.params ?? nothing).parse(request.params ?? {});
  const query = (endpoint.query ?? nothing).parse(request.query ?? {});
  const body = (endpoint.body ?? noBody).parse(request.body);
  if (endpoint.upload && !request.file)
    throw new Refused('MALFORMED_REQUEST', 'Send one file in the form field "file"');
  const makeKey = () =>
    keyOf(endpoint, request, caller, { content: { params, query, body }, now: options.now() });
  // What is only read needs no identity, unless somebody asks for it.
  let key = endpoint.method === 'get' ? undefined : makeKey();
  const context = {
    params,
    query,
    body,
    caller,
    get key() {
      return (key ??= makeKey());
    },
    get address() {
      return request.address;
    },
    header: request.header,
    file: request.file,
  };
  const handled = () => handler(context as unknown as HandlerContext<Endpoint>);
  const work = () =>
    options.audit?.around({ endpoint, caller, params, body, key: key?.given }, handled) ?? handled();
  if (!key || endpoint.idempotency === 'natural' || endpoint.idempotency === 'required')
    return present(operation, await work());
  return once(options.idempotency, key, async () => {
    const answer = present(operation, await work());
    if (answer instanceof MadeReply) throw new Error(`${endpoint.id}: a stored reply must be JSON`);
    return answer;
  });
}

function keyOf(
  endpoint: Endpoint,
  request: RawRequest,
  caller: Caller | undefined,
  { content, now }: { content: unknown; now: Date },
): RequestKey {
  const given = request.header('idempotency-key');
  if (given === undefined && endpoint.idempotency === 'required')
    throw new Refused('IDEMPOTENCY_KEY_REQUIRED');
  const callerId =
    caller === undefined ? 'anybody' : caller.kind === 'account' ? caller.accountId : caller.service;
  return requestKey({ given, callerId, operation: endpoint.id, content, now });
}

/** Only what the contract names goes out. */
function present({ endpoint, take }: Operation, reply: unknown): Answer {
  if (reply instanceof MadeReply) return reply;
  if (!take) return { status: 204, body: undefined };
  return { status: endpoint.status ?? 200, body: take(reply) };
}
