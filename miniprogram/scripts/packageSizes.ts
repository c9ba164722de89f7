import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export type PackageSize = { readonly name: string; readonly bytes: number };

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(file) : statSync(file).size);
  }, 0);

/** What a phone fetches of a built mini program: the main package at once, each subpackage when it is opened. */
export const packageSizes = (root: string): PackageSize[] => {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const subpackages = (app.subPackages ?? []).map(({ root: name }) => ({
    name,
    bytes: sizeOf(path.join(root, name)),
  }));
  const main = sizeOf(root) - subpackages.reduce((sum, { bytes }) => sum + bytes, 0);
  return [{ name: 'main', bytes: main }, ...subpackages];
};
