import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What one page loads: its own modules' source, and the style files that come with them. */
export type Loaded = { readonly styles: ReadonlySet<string>; readonly sources: ReadonlyMap<string, string> };

const endings = ['', '.h5.tsx', '.h5.ts', '.tsx', '.ts', '/index.tsx', '/index.ts'];

/** The file of this folder that `name` means in `from`; undefined for packages and what is shared with the services. */
const fileOf = (root: string, from: string, name: string): string | undefined => {
  const base = name.startsWith('@/')
    ? path.join(root, name.slice(2))
    : name.startsWith('.')
      ? path.join(root, path.dirname(from), name)
      : undefined;
  const found =
    base && endings.map((ending) => base + ending).find((file) => path.extname(file) && existsSync(file));
  return found && path.relative(root, found);
};

/** Follows the imports from `entry` as the H5 build does. */
export const loadedBy = (root: string, entry: string): Loaded => {
  const styles = new Set<string>();
  const sources = new Map<string, string>();
  const visit = (file: string): void => {
    if (file.endsWith('.scss')) styles.add(file);
    if (!/\.tsx?$/.test(file) || sources.has(file)) return;
    const source = readFileSync(path.join(root, file), 'utf8');
    sources.set(file, source);
    for (const [, name] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const next = name === undefined ? undefined : fileOf(root, file, name);
      if (next !== undefined) visit(next);
    }
  };
  visit(entry);
  return { styles, sources };
};
