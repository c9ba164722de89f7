import { type z } from '../../contracts/zod';
import { ConfigError, readEnvironment } from './environment';

/**
 * Reads variables that go together: all that `shape` needs, or none of them. Undefined where none is set.
 * @throws {ConfigError} with a line for each that is missing beside another, and for each mistake
 */
export function readTogether<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<Shape>> | undefined {
  const isSet = (name: string) => (environment[name]?.trim() ?? '') !== '';
  const first = Object.keys(shape).find(isSet);
  if (first === undefined) return undefined;
  const missing = Object.entries(shape)
    .filter(([name, schema]) => !isSet(name) && !(schema as z.ZodType).safeParse(undefined).success)
    .map(([name]) => `${name} is not set: it must go with ${first}`);
  if (missing.length > 0) throw new ConfigError(missing);
  return readEnvironment(shape, environment);
}
