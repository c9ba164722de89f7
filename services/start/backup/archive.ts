import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create, extract } from 'tar';
import { z } from 'zod';

const manifestName = 'manifest.json';
const contentName = 'data';

/** What a backup says of itself, as its first entry. */
const Manifest = z.strictObject({
  /** Of the archive, not of the stored data: those have versions of their own in the databases. */
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** SHA-256 of each file, by its path in the data folder. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** The file is no backup, or not the one that was written. */
export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup';
}

/**
 * Packs `folder`/data into one file, which appears whole or not at all.
 * @param folder holds `data`; the manifest is written beside it
 */
export async function pack(folder: string, file: string, madeAt: Date): Promise<Manifest> {
  const manifest: Manifest = {
    format: 1,
    madeAt: madeAt.toISOString(),
    files: await checksums(join(folder, contentName)),
  };
  await writeFile(join(folder, manifestName), JSON.stringify(manifest));
  const unfinished = `${file}.unfinished`;
  try {
    await create({ cwd: folder, gzip: true, portable: true, file: unfinished }, [manifestName, contentName]);
    await flushed(unfinished);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return manifest;
}

/**
 * Unpacks a backup into `folder`, which is made, and checks each of its files.
 * @returns where its content lies, and what it says of itself
 * @throws {DamagedBackup}
 */
export async function unpack(file: string, folder: string): Promise<{ content: string; manifest: Manifest }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await extract({ cwd: folder, file, strict: true });
  } catch (error) {
    throw new DamagedBackup(`${file} cannot be unpacked (${(error as Error).message})`);
  }
  const manifest = await readManifest(folder, file);
  const content = join(folder, contentName);
  const found: Manifest['files'] = await checksums(content).catch(() => ({}));
  const names = new Set([...Object.keys(manifest.files), ...Object.keys(found)]);
  const wrong = [...names].filter((name) => manifest.files[name] !== found[name]);
  if (wrong.length > 0)
    throw new DamagedBackup(
      `${file} is damaged: ${wrong.length} of its files are not as they were, such as ${wrong[0] ?? ''}`,
    );
  return { content, manifest };
}

async function readManifest(folder: string, file: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch {
    throw new DamagedBackup(`${file} is no backup that this version reads`);
  }
}

async function checksums(folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sums: Manifest['files'] = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    sums[relative(folder, path)] = hash.digest('hex');
  }
  return sums;
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}
