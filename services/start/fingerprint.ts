import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const leftOut = new Set(['node_modules', 'dist', '.cache', '.swc']);
const isTest = (name: string) => /\.test\.tsx?$/.test(name);

/**
 * What these files and folders hold, in short: the same for the same names and contents, whenever they were written. Tests, and what
 * is made or installed, are left out.
 */
export function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string, name: string): void => {
    if (leftOut.has(name) || isTest(name)) return;
    hash.update(`${name}\0`);
    if (statSync(path).isDirectory())
      for (const entry of readdirSync(path).sort()) add(join(path, entry), entry);
    else hash.update(createHash('sha256').update(readFileSync(path)).digest());
    hash.update('\0');
  };
  for (const [at, path] of paths.entries()) add(path, String(at));
  return hash.digest('base64url');
}
