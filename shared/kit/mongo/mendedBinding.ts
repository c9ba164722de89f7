import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { mendGlibc } from './glibcMend';

/** Where the native files of this platform's package are. */
export type BindingPackage = { folder: string; version: string };

/**
 * Path of a mended copy of the package's native binding (see `mendGlibc`), made on first use in a cache folder that is
 * keyed by version and content. Safe when several processes do it at once. Throws CannotMend, NotAnElfFile or a file
 * system error.
 */
export function mendedBinding(source: BindingPackage, cacheHomes = cacheHomesOf(source)): string {
  const files = readdirSync(source.folder).filter((file) => /\.(node|so)$/.test(file));
  const binding = files.find((file) => file.endsWith('.node'));
  if (binding === undefined) throw new Error(`no native binding in ${source.folder}`);

  const contents = files.map((file) => ({ file, bytes: readFileSync(join(source.folder, file)) }));
  const digest = contents.reduce((hash, { bytes }) => hash.update(bytes), createHash('sha256')).digest('hex');
  const home = firstUsable(cacheHomes);
  const folder = join(home, `embedded-mongodb-${source.version}-${digest.slice(0, 16)}`);
  if (!existsSync(folder)) {
    publish(
      folder,
      contents.map(({ file, bytes }) => ({ file, bytes: mendGlibc(bytes) })),
    );
  }
  return join(folder, binding);
}

/** Beside the installed packages where that can be written; otherwise a folder of this user's own. */
function cacheHomesOf(source: BindingPackage): string[] {
  const modules = dirname(dirname(source.folder));
  const besidePackages = basename(modules) === 'node_modules' ? [join(modules, '.cache', 'lintuan')] : [];
  return [...besidePackages, join(tmpdir(), `lintuan-cache-${process.getuid?.() ?? 'user'}`)];
}

function firstUsable(homes: string[]): string {
  for (const home of homes) {
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      // A library is loaded from here: nobody else may be able to put one in its place.
      if (statSync(home).uid !== (process.getuid?.() ?? 0)) continue;
      chmodSync(home, 0o700);
      return home;
    } catch {
      continue;
    }
  }
  throw new Error(`none of these folders can be written: ${homes.join(', ')}`);
}

/** Writes a folder whole: it gets its name only when every file in it is on disk. */
function publish(folder: string, files: { file: string; bytes: Buffer }[]): void {
  const draft = `${folder}.${process.pid}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  for (const { file, bytes } of files) writeDurably(join(draft, file), bytes);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was quicker, with the same bytes
  }
}

function writeDurably(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w', 0o700);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
