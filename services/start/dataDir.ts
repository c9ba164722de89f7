import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The data folder cannot be used; the message says what to do. */
export class DataDirNotWritable extends Error {
  override readonly name = 'DataDirNotWritable';
  constructor(dataDir: string, reason: string) {
    super(
      `The data folder ${dataDir} cannot be written (${reason}): make it writable or set DATA_DIR to another one`,
    );
  }
}

/** Stands in a data folder while a backup is put into it. */
export const restoringMark = '.restoring';
/** What was in a data folder before a backup was put into it lies in a folder of it, named so and by the moment. */
export const earlierPrefix = 'before-restore-';

/** Half of a backup is in the data folder. */
export class RestoreInterrupted extends Error {
  override readonly name = 'RestoreInterrupted';
  constructor(dataDir: string) {
    super(
      `A backup was being put into ${dataDir} and it did not end: run npm run restore once more. What was there before lies in ${earlierPrefix}… in that folder.`,
    );
  }
}

/** Makes the data folder if need be. @throws {DataDirNotWritable | RestoreInterrupted} */
export function prepareDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    // Neither the bits nor the user tell of a read-only or full disk.
    writeFileSync(join(dataDir, '.writable'), '');
  } catch (error) {
    throw new DataDirNotWritable(dataDir, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (existsSync(join(dataDir, restoringMark))) throw new RestoreInterrupted(dataDir);
}

/** Like mkdir -p; Node's own never returns where the kernel refuses new entries, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** Secrets of this installation, made at the first start and kept in a file that only its user can read. */
export function keptSecrets<T extends object>(dataDir: string, make: () => T): T {
  const path = join(dataDir, 'secrets.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
  const made = make();
  writeFileSync(`${path}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return made;
}
