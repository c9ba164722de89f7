import { ConfigError, secret } from './environment';
import { readTogether } from './together';

const shape = { A_KEY: secret(4), A_SECRET: secret(4), A_PAGE: secret(1).optional() };

test('none of them, or all that are needed', () => {
  expect(readTogether(shape, {})).toBeUndefined();
  expect(readTogether(shape, { A_KEY: '', B: 'x' })).toBeUndefined();
  expect(readTogether(shape, { A_KEY: 'abcd', A_SECRET: 'efgh' })).toEqual({
    A_KEY: 'abcd',
    A_SECRET: 'efgh',
  });
});

test('what is missing beside another is named, and so is a mistake', () => {
  expect(() => readTogether(shape, { A_SECRET: 'efgh' })).toThrow(
    new ConfigError(['A_KEY is not set: it must go with A_SECRET']),
  );
  expect(() => readTogether(shape, { A_PAGE: 'x' })).toThrow(/^A_KEY is not set: .*\nA_SECRET is not set/);
  expect(() => readTogether(shape, { A_KEY: 'abc', A_SECRET: 'efgh' })).toThrow(/^A_KEY must have/);
});
