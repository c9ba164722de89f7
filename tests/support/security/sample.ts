import fc from 'fast-check';
import { z } from 'zod';
import { type Endpoint } from '../../../shared/contracts/endpoint';

/** As much of JSON Schema as zod writes for our contracts. */
type Schema = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly example?: unknown;
  readonly default?: unknown;
};

/** Real ids by their prefix: `ord` → `ord_01…`. */
export type Ids = Readonly<Record<string, string>>;

/** Input of a valid shape for one operation; whether it is allowed is another matter. */
export type Sample = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** Derives the sample from the contract: required members only, real ids where `ids` has one of the kind. */
export function sampleOf({ params, query, body }: Endpoint, ids: Ids): Sample {
  const texts = (schema: z.ZodType | undefined) =>
    Object.fromEntries(
      Object.entries((schema ? valueFor(schema, ids) : {}) as Record<string, unknown>).map(
        ([name, value]) => [name, String(value)] as const,
      ),
    );
  return {
    params: texts(params),
    query: texts(query),
    body: body ? valueFor(body, ids) : undefined,
  };
}

/** Names of the members that `schema` has at its root, in whichever of its variants. */
export function membersOf(schema: z.ZodType): string[] {
  const root = jsonSchema(schema);
  const variants = [root, ...(root.anyOf ?? []), ...(root.oneOf ?? [])];
  return [...new Set(variants.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

const jsonSchema = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

function valueFor(schema: z.ZodType, ids: Ids): unknown {
  const root = jsonSchema(schema);
  return make(root, { ids, defs: root.$defs ?? {} });
}

type Context = { readonly ids: Ids; readonly defs: Readonly<Record<string, Schema>> };

function make(schema: Schema, context: Context): unknown {
  if (schema.$ref !== undefined)
    return make(context.defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, context);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [variant] = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  if (variant) return make(variant, context);
  switch (schema.type) {
    case 'object':
      return object(schema, context);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        make(schema.items ?? {}, context),
      );
    case 'string':
      return text(schema, context.ids);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    default:
      return 'anything';
  }
}

const object = ({ properties = {}, required = [] }: Schema, context: Context): Record<string, unknown> =>
  Object.fromEntries(required.map((name) => [name, make(properties[name] ?? {}, context)]));

function text({ pattern, format, example, minLength = 1 }: Schema, ids: Ids): string {
  const [, prefix] = /^\^([a-z]{3})_/.exec(pattern ?? '') ?? [];
  if (prefix !== undefined) return ids[prefix] ?? `${prefix}_00000000000000000000000000`;
  if (format === 'date-time') return new Date().toISOString();
  if (format === 'date') return new Date().toISOString().slice(0, 10);
  if (typeof example === 'string') return example;
  if (pattern === undefined || pattern.startsWith('^[^')) return 'x'.repeat(Math.max(1, minLength));
  return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 1 })[0] ?? 'x';
}
