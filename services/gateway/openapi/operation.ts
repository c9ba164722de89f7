import { type Endpoint } from '#shared/contracts/endpoint';
import { type ErrorCode, errorTable } from '#shared/contracts/errors';
import { z } from '#shared/contracts/zod';

export type Json = Record<string, unknown>;
export type ToSchema = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** `/orders/:orderId` → `/api/orders/{orderId}`. */
export const openApiPath = ({ path }: Endpoint): string => `/api${path.replace(/:(\w+)/g, '{$1}')}`;

/** One operation of the contracts as OpenAPI describes it. */
export function operation(endpoint: Endpoint, toSchema: ToSchema): Json {
  const { id, service, summary, access } = endpoint;
  return {
    operationId: id,
    tags: [service],
    summary,
    ...(access === 'public' ? { security: [] } : {}),
    ...(Array.isArray(access) ? { 'x-roles': access } : {}),
    ...(endpoint.limits ? { 'x-limits': endpoint.limits } : {}),
    parameters: parameters(endpoint, toSchema),
    ...requestBody(endpoint, toSchema),
    responses: responses(endpoint, toSchema),
  };
}

function parameters(endpoint: Endpoint, toSchema: ToSchema): Json[] {
  const key = endpoint.method !== 'get' && endpoint.idempotency !== 'natural';
  return [
    ...fields('path', endpoint.params, toSchema),
    ...fields('query', endpoint.query, toSchema),
    ...(key
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: endpoint.idempotency === 'required',
            description: 'Names this wish: sent again with the same key, it is done once.',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ]
      : []),
  ];
}

function fields(where: 'path' | 'query', object: Endpoint['params'], toSchema: ToSchema): Json[] {
  return Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !z.safeParse(schema, undefined).success,
    schema: toSchema(schema as z.ZodType, 'input'),
  }));
}

function requestBody({ body, upload }: Endpoint, toSchema: ToSchema): Json {
  if (upload) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream', maxLength: upload.maxBytes };
    const schema = { type: 'object', properties: { file }, required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (!body) return {};
  const schema = toSchema(body, 'input');
  return {
    requestBody: {
      required: !z.safeParse(body, undefined).success,
      content: { 'application/json': { schema } },
    },
  };
}

function responses(endpoint: Endpoint, toSchema: ToSchema): Json {
  const { reply, media = [] } = endpoint;
  const content = {
    ...(reply ? { 'application/json': { schema: toSchema(reply, 'output') } } : {}),
    ...Object.fromEntries(media.map((type) => [type, {}])),
  };
  const hasContent = Object.keys(content).length > 0;
  const status = hasContent ? (endpoint.status ?? 200) : 204;
  return {
    [status]: {
      description: hasContent ? 'Done.' : 'Done; there is nothing to say.',
      ...(hasContent ? { content } : {}),
    },
    ...refusals(endpoint),
  };
}

/** Every refusal as the example of a problem document. */
export const refusalExamples: Json = Object.fromEntries(
  Object.entries(errorTable).map(([code, { status, en }]) => [
    code,
    { value: { type: `/docs/errors#${code}`, title: en, status, code, detail: en } },
  ]),
);

/** One response per status, which names the codes that come with it; each code's words are its example. */
function refusals(endpoint: Endpoint): Json {
  const all = codesOf(endpoint);
  const statuses = [...new Set(all.map((code) => errorTable[code].status))].sort();
  const entries = statuses.map((status) => {
    const codes = all.filter((code) => errorTable[code].status === status);
    const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }] as const);
    const schema = { $ref: '#/components/schemas/Problem' };
    const content = { 'application/problem+json': { schema, examples: Object.fromEntries(examples) } };
    return [
      status,
      { description: codes.map((code) => `\`${code}\`: ${errorTable[code].en}`).join('\n\n'), content },
    ];
  });
  return Object.fromEntries(entries) as Json;
}

/** Its own refusals and those that any operation of its kind can give. */
function codesOf({ access, method, idempotency, limits, errors = [] }: Endpoint): ErrorCode[] {
  const write = method !== 'get';
  const general: readonly (ErrorCode | false)[] = [
    'MALFORMED_REQUEST',
    access !== 'public' && 'NOT_SIGNED_IN',
    'TOKEN_EXPIRED',
    Array.isArray(access) && 'NOT_ALLOWED',
    write && idempotency === 'required' && 'IDEMPOTENCY_KEY_REQUIRED',
    idempotency === 'stored' && 'IDEMPOTENCY_KEY_REUSED',
    limits !== undefined && 'TOO_MANY_REQUESTS',
    'INTERNAL',
    'SERVICE_UNAVAILABLE',
  ];
  return [...new Set([...general.filter((code) => code !== false), ...errors])].sort();
}
