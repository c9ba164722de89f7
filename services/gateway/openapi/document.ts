import { publicEndpoints } from '#shared/contracts/apis';
import { Problem } from '#shared/contracts/errors';
import { paymentWebhooks } from '#shared/contracts/orders/payments';
import { z } from '#shared/contracts/zod';
import { type Json, openApiPath, operation, refusalExamples } from './operation';

export type OpenApiDocument = Json & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
};

const tags = [
  { name: 'identity', description: 'Accounts, sign-in, roles, addresses, leader applications.' },
  { name: 'catalog', description: 'Products, lots, order cycles, offers, stock, search, pictures.' },
  { name: 'orders', description: 'Quotes, orders, payments, group orders, consolidations, commissions.' },
  { name: 'delivery', description: 'Pickup points, routes, stops, handovers, pickup codes, tracking.' },
  { name: 'settlement', description: 'The ledger: who owes whom, and the leaders’ commission.' },
];

/** The API reference: OpenAPI 3.1, derived from the contracts. What services ask each other is not part of it. */
export function openApiDocument(): OpenApiDocument {
  const components = namedSchemas();
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of [...publicEndpoints, ...Object.values(paymentWebhooks)]) {
    const path = (paths[openApiPath(endpoint)] ??= {});
    path[endpoint.method] = operation(endpoint, components.toSchema);
  }
  components.toSchema(Problem, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lintuan',
      version: '1',
      summary: 'Community group buying: order tonight, collect tomorrow.',
      description: [
        'Sign in at `POST /api/sign-in/…` and send `Authorization: Bearer <accessToken>`; refresh it before its ten minutes are over.',
        'Amounts are integers in fen, instants ISO-8601 in UTC, days in the city’s own time zone.',
        'Send an `Idempotency-Key` with each write that takes one: a repetition gets the first reply.',
        'Every refusal is a problem document with a stable `code`: see [the error table](/docs/errors).',
        'Real time is Socket.IO at the path `/realtime`.',
      ].join('\n\n'),
    },
    servers: [{ url: '/' }],
    tags,
    security: [{ accessToken: [] }],
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: components.schemas,
      examples: refusalExamples,
    },
  };
}

/** Writes schemas as JSON Schema; those with a name become components and are referred to. */
function namedSchemas() {
  const schemas: Record<string, Json> = {};
  const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $defs = {},
      $schema: _dialect,
      id,
      ...rest
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
    }) as Json & { $defs?: Record<string, Json>; id?: string };
    // What goes in and what comes out may differ (defaults): a name stands for one of the two.
    const names = new Map(
      Object.keys(id === undefined ? $defs : { ...$defs, [id]: rest }).map((name) => [name, name]),
    );
    const written = { ...$defs, ...(id === undefined ? {} : { [id]: rest }) };
    for (const [name, body] of Object.entries(written)) {
      const { id: _id, ...plain } = body;
      const same = schemas[name] === undefined || sameJson(schemas[name], pointed(plain, names));
      if (!same) names.set(name, `${name}${io === 'input' ? 'Input' : 'Output'}`);
    }
    for (const [name, body] of Object.entries(written)) {
      const { id: _id, ...plain } = body;
      schemas[names.get(name) ?? name] = pointed(plain, names);
    }
    return id === undefined ? pointed(rest, names) : { $ref: `#/components/schemas/${names.get(id) ?? id}` };
  };
  return { schemas, toSchema };
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** With references to components in place of references into the schema itself. */
function pointed(schema: Json, names: ReadonlyMap<string, string>): Json {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    const name = /^#\/\$defs\/(.+)$/.exec(value)?.[1];
    return name === undefined ? value : `#/components/schemas/${names.get(name) ?? name}`;
  });
  return JSON.parse(text) as Json;
}
