import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Older versions of these have known holes; an audit service cannot be asked from every network. */
const floors = {
  mongoose: '9.9.2',
  'socket.io-parser': '4.2.7',
  'engine.io': '6.6.10',
  'express-rate-limit': '8.2.2',
};

type Lock = { packages: Record<string, { version?: string }> };
const lock = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as Lock;

test.each(Object.entries(floors))('every installed %s is at least %s', (name, floor) => {
  const installed = Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, entry]) => entry.version ?? '');
  expect(installed).not.toHaveLength(0);
  expect(installed.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test('versions compare by number, not by letter', () => {
  expect(isAtLeast('9.10.0', '9.9.2')).toBe(true);
  expect(isAtLeast('9.9.1', '9.9.2')).toBe(false);
  expect(isAtLeast('8.99.99', '9.0.0')).toBe(false);
});

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0;
}
