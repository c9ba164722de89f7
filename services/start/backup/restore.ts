import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningSocket } from '#shared/kit/mongo/engineOwner';
import { earlierPrefix, restoringMark } from '../dataDir';
import { type Manifest, unpack } from './archive';

/** It cannot be done now; the message says what to do. */
export class CannotRestore extends Error {
  override readonly name = 'CannotRestore';
}

const stageName = '.restore';
const ours = (name: string) =>
  name === stageName || name.startsWith(restoringMark) || name.startsWith(earlierPrefix);

type Options = {
  readonly dataDir: string;
  readonly file: string;
  /** What is in the folder now may be put aside. */
  readonly replace: boolean;
  readonly at: Date;
};

export type Restored = {
  readonly manifest: Manifest;
  /** Where the data lie that were there before; absent when there were none. */
  readonly earlier: string | undefined;
};

/**
 * Puts a backup in the place of what is in the data folder, and that aside into a folder beside it. Nothing changes before the backup
 * has been unpacked and found whole.
 *
 * After a crash: a mark in the folder keeps the product from starting on half of it; restoring again, from the same or another
 * backup, finishes.
 * @throws {CannotRestore | DamagedBackup}
 */
export async function restore({ dataDir, file, replace, at }: Options): Promise<Restored> {
  if (!existsSync(file)) throw new CannotRestore(`There is no file ${file}`);
  if (runningSocket(join(dataDir, 'db')) !== undefined)
    throw new CannotRestore(`The product runs on ${dataDir}: stop it first`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const mark = join(dataDir, restoringMark);
  const interrupted = existsSync(mark);
  if (!interrupted && !replace && readdirSync(dataDir).some((name) => !ours(name) && name !== '.writable'))
    throw new CannotRestore(
      `${dataDir} has data in it: add --replace to put them aside, or set DATA_DIR to another folder`,
    );

  const stage = join(dataDir, stageName);
  rmSync(stage, { recursive: true, force: true });
  const { content, manifest } = await unpack(file, stage).catch((error: unknown) => {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  });
  if (!interrupted) {
    writeFileSync(`${mark}.new`, `${earlierPrefix}${at.toISOString().replaceAll(':', '-')}`, { flush: true });
    renameSync(`${mark}.new`, mark);
  }
  const earlier = join(dataDir, readFileSync(mark, 'utf8'));
  putAside(dataDir, earlier);
  for (const name of readdirSync(content)) renameSync(join(content, name), join(dataDir, name));
  rmSync(stage, { recursive: true, force: true });
  rmSync(mark);
  return { manifest, earlier: existsSync(earlier) ? earlier : undefined };
}

/** What has a twin there already came from the restore that was interrupted. */
function putAside(dataDir: string, earlier: string): void {
  for (const name of readdirSync(dataDir).filter((one) => !ours(one))) {
    mkdirSync(earlier, { recursive: true, mode: 0o700 });
    if (existsSync(join(earlier, name))) rmSync(join(dataDir, name), { recursive: true, force: true });
    else renameSync(join(dataDir, name), join(earlier, name));
  }
}
