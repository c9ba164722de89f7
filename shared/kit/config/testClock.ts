import { ConfigError } from './environment';

/** Names the file by which a test moves the time of the start that it uses. */
export const testClockVariable = 'TEST_CLOCK';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a test may move the time, nothing may be real: orders would close and money would be kept when somebody writes to a file.
 * @param isReal what shows that this is a real deployment; nothing does where it is undefined
 * @returns the file of the test's clock, if there is one
 * @throws {ConfigError} where a real deployment is given one
 */
export function readTestClock(environment: Environment, isReal: string | undefined): string | undefined {
  const path = environment[testClockVariable]?.trim();
  if (path === undefined || path === '') return undefined;
  if (isReal === undefined) return path;
  throw new ConfigError([
    `${testClockVariable} is set, but ${isReal}: only tests may move the time, and only of a start with the sandbox, on this machine. Unset it`,
  ]);
}
