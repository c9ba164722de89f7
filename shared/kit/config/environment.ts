import { z } from '../../contracts/zod';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the environment, a line per variable; never the value of a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/**
 * Reads the variables that `shape` names. An empty variable counts as not set.
 * @throws {ConfigError} with one clear line for each mistake.
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.keys(shape)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => line(String(path[0]), message, given)),
  );
}

function line(name: string, message: string, given: Environment): string {
  const value = given[name];
  const wish = message.startsWith('must') ? message : `must be right: ${message}`;
  if (value === undefined) return `${name} is not set: it ${wish}`;
  return `${name} ${wish}, got ${shown(name, value)}`;
}

const secretName = /SECRET|KEY|PASSWORD|TOKEN|CREDENTIAL/;

function shown(name: string, value: string): string {
  if (secretName.test(name)) return 'another value (not shown: it is a secret)';
  return `"${value.replace(/\/\/[^/@]*@/, '//…@').slice(0, 100)}"`;
}

/** A TCP port; 0 lets the system choose. */
export const port = () => wholeNumber(0, 65_535);

export const wholeNumber = (min: number, max: number) => {
  const error = `must be a number between ${min} and ${max}`;
  return z
    .string(error)
    .regex(/^\d{1,15}$/, error)
    .transform(Number)
    .pipe(z.number(error).min(min, error).max(max, error));
};

/** An address, with one of these schemes: `['http', 'https']`. Comes out as it was written, without a slash at its end. */
export const address = (schemes: readonly string[]) => {
  const error = `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  const isOurs = (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1));
  return z
    .string(error)
    .refine(isOurs, { error })
    .transform((text) => text.replace(/\/$/, ''));
};

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

export const secret = (minLength: number) => {
  const error = `must have at least ${minLength} characters`;
  return z.string(error).min(minLength, error);
};

/** `true` or `false`. */
export const flag = () => oneOf(['true', 'false']).transform((text) => text === 'true');
