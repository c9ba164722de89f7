import { z } from '../../contracts/zod';

type Schema = z.core.$ZodType;
type Named = Readonly<Record<string, unknown>>;
/** Takes of a value what a schema names; throws when it has another shape. */
type Take = (value: unknown) => unknown;

/**
 * What goes out by a contract: the fields that `schema` names, at every depth, and no others. Shapes and kinds of values are checked;
 * formats and ranges are not: our own values met them when they came in, and to look again took longer than all else that is done to a
 * reply.
 * @returns a function that throws a ZodError for what the contract does not promise.
 */
export function outgoing(schema: z.ZodType): Take {
  const take = takeBy(schema);
  return (value) => {
    try {
      return take(value);
    } catch {
      // The parser has the last word, and says what is wrong and where.
      return schema.parse(value);
    }
  };
}

function takeBy(schema: Schema): Take {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return def.catchall === undefined || def.catchall._zod.def.type === 'never'
        ? takeFields(def.shape)
        : parsing(schema);
    case 'array':
      return takeItems(takeBy(def.element));
    case 'record':
      return takeEntries(takeBy(def.valueType));
    case 'union':
      return takeVariant(schema, def);
    case 'optional':
      return unless(undefined, takeBy(def.innerType));
    case 'nullable':
      return unless(null, takeBy(def.innerType));
    case 'readonly':
      return takeBy(def.innerType);
    case 'string':
    case 'boolean':
      return ofKind(def.type);
    case 'number':
      return (value) => (Number.isFinite(value) ? value : misfit());
    case 'literal':
    case 'enum':
      return oneOf(schema);
    default:
      return parsing(schema);
  }
}

/** What only the parser understands. */
const parsing =
  (schema: Schema): Take =>
  (value) =>
    z.parse(schema, value);

const misfit = (): never => {
  throw new TypeError('not of the promised shape');
};

const unless =
  (nothing: undefined | null, take: Take): Take =>
  (value) =>
    value === nothing ? nothing : take(value);

const ofKind =
  (kind: 'string' | 'boolean'): Take =>
  (value) =>
    typeof value === kind ? value : misfit();

function oneOf(schema: Schema): Take {
  const values: ReadonlySet<unknown> = schema._zod.values ?? new Set();
  return (value) => (values.has(value) ? value : misfit());
}

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null;

function takeFields(shape: Readonly<Record<string, Schema>>): Take {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, take: takeBy(schema) }));
  return (value) => {
    if (!isNamed(value)) return misfit();
    const taken: Record<string, unknown> = {};
    for (const { name, take } of fields) {
      const field = take(value[name]);
      if (field !== undefined) taken[name] = field;
    }
    return taken;
  };
}

const takeItems =
  (take: Take): Take =>
  (value) =>
    Array.isArray(value) ? value.map(take) : misfit();

const takeEntries =
  (take: Take): Take =>
  (value) =>
    isNamed(value)
      ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, take(entry)]))
      : misfit();

/** Of a union whose variants name themselves in one field; any other is left to the parser. */
function takeVariant(
  schema: Schema,
  { options, discriminator }: z.core.$ZodUnionDef & { discriminator?: string },
): Take {
  if (discriminator === undefined) return parsing(schema);
  const variants = new Map<unknown, Take>();
  for (const option of options)
    for (const name of option._zod.propValues?.[discriminator] ?? []) variants.set(name, takeBy(option));
  return (value) => (isNamed(value) ? (variants.get(value[discriminator]) ?? misfit)(value) : misfit());
}
