import { address, ConfigError, flag, oneOf, port, readEnvironment, secret, wholeNumber } from './environment';

const shape = {
  PORT: port().default(8080),
  LOG_LEVEL: oneOf(['info', 'debug']).default('info'),
  REDIS_URL: address(['redis', 'rediss']).optional(),
  STRIPE_SECRET_KEY: secret(10).optional(),
  WORKERS: wholeNumber(1, 8).default(2),
  DEMO: flag().default(true),
};

function mistakes(
  environment: Record<string, string>,
  of: Parameters<typeof readEnvironment>[0] = shape,
): readonly string[] {
  try {
    readEnvironment(of, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
}

test('reads typed values, and takes an empty variable for one that is not set', () => {
  const environment = {
    PORT: ' 0 ',
    REDIS_URL: 'redis://localhost:6379/',
    DEMO: 'false',
    LOG_LEVEL: '',
    HOME: '/root',
  };
  expect(readEnvironment(shape, environment)).toEqual({
    PORT: 0,
    LOG_LEVEL: 'info',
    REDIS_URL: 'redis://localhost:6379',
    WORKERS: 2,
    DEMO: false,
  });
});

test('says all mistakes, one clear line each', () => {
  const environment = { PORT: 'abc', LOG_LEVEL: 'loud', REDIS_URL: 'localhost', WORKERS: '9', DEMO: 'yes' };
  expect(mistakes(environment)).toEqual([
    'PORT must be a number between 0 and 65535, got "abc"',
    'LOG_LEVEL must be one of info, debug, got "loud"',
    'REDIS_URL must be an address that begins with redis:// or rediss://, got "localhost"',
    'WORKERS must be a number between 1 and 8, got "9"',
    'DEMO must be one of true, false, got "yes"',
  ]);
});

test.each(['65536', '-1', '1.5', '1e3', '0x10'])('PORT=%s is no port', (value) => {
  expect(mistakes({ PORT: value })).toEqual([`PORT must be a number between 0 and 65535, got "${value}"`]);
});

test('a variable that is missing is named', () => {
  expect(mistakes({}, { STRIPE_WEBHOOK_SECRET: secret(10) })).toEqual([
    'STRIPE_WEBHOOK_SECRET is not set: it must have at least 10 characters',
  ]);
});

test('a secret is never shown, nor a password in an address', () => {
  const lines = mistakes({ STRIPE_SECRET_KEY: 'hunter2', REDIS_URL: 'http://me:hunter2@redis' }).join('\n');
  expect(lines).toContain('STRIPE_SECRET_KEY must have at least 10 characters');
  expect(lines).not.toContain('hunter2');
});
