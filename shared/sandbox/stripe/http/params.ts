import { z } from 'zod';
import { invalid, type StripeFailure } from '../failures';

/** Readers for form fields, which all arrive as text. */
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(Number);
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const text = z.string().min(1).max(5000);
export const id = z.string().min(1).max(500);
/** Stripe unsets a field when it is sent empty. */
export const emptyable = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());
export const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, { error: 'You can have at most 50 metadata keys.' });
export const currency = z
  .string()
  .transform((value) => value.toLowerCase())
  .pipe(z.enum(['cny', 'hkd', 'usd', 'eur', 'gbp', 'jpy', 'sgd', 'aud', 'cad', 'myr', 'nzd']));
export const url = z
  .string()
  .max(5000)
  .refine(isWebAddress, { error: 'Not a valid URL', params: { code: 'url_invalid' } });
export const expand = { expand: z.array(id).max(20).optional() };

/** An address to send a person back to: http(s) or an app's own scheme, never a script. */
function isWebAddress(value: string): boolean {
  return URL.canParse(value) && !/^(javascript|data|vbscript|file|blob):/i.test(new URL(value).protocol);
}

/** Reads parameters strictly. @throws StripeFailure parameter_unknown, parameter_missing, parameter_invalid_… */
export function readParams<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw issue ? failureOf(issue, raw) : invalid('The parameters could not be read.');
}

type Issue = z.core.$ZodIssue;

function failureOf(issue: Issue, raw: unknown): StripeFailure {
  const param = paramName(issue.path);
  const value = valueAt(raw, issue.path);
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  if (issue.code === 'unrecognized_keys') {
    const unknown = paramName([...issue.path, issue.keys[0] ?? '']);
    return invalid(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown });
  }
  if (value === undefined)
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    return invalid(issue.message, { param, ...(typeof code === 'string' && { code }) });
  }
  if (value === '')
    return invalid(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      {
        code: 'parameter_invalid_empty',
        param,
      },
    );
  if (issue.code === 'invalid_format')
    return invalid(`Invalid integer: ${shown}`, { code: 'parameter_invalid_integer', param });
  if (issue.code === 'invalid_value')
    return invalid(`Invalid ${param}: must be one of ${issue.values.join(', ')}`, { param });
  if (issue.code === 'invalid_key' || issue.code === 'too_big')
    return invalid(`Invalid ${param}: too long or too large.`, { param });
  return invalid(`Invalid ${typeof value === 'object' ? 'object' : 'string'}: ${shown}`, { param });
}

/** `payment_method_options[card][capture_method]`, as Stripe names a nested parameter. */
const paramName = ([first = '', ...rest]: readonly PropertyKey[]) =>
  String(first) + rest.map((part) => `[${String(part)}]`).join('');

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    raw,
  );
