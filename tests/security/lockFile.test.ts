import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Entry = { version?: string; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Entry> };
const { packages } = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as Lock;

test('the lock names the binaries of every platform, so that npm ci works on each', () => {
  const wanted = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, range]) => ({ path, name, range })),
  );
  const missing = wanted.filter(({ path, name, range }) => !isResolved(path, name, range));
  expect(missing).toEqual([]);
});

/** Whether Node would find `name` from the package at `path`, in the version asked for if that is exact. */
function isResolved(path: string, name: string, range: string): boolean {
  for (let folder = path; ; folder = folder.includes('/') ? dirname(folder) : '') {
    const found = packages[join(folder, 'node_modules', name)];
    if (found) return !/^\d/.test(range) || found.version === range;
    if (folder === '' || folder === '.') return false;
  }
}
