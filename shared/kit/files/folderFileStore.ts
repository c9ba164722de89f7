import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStore } from './fileStore';

/** Files in a local folder. A file appears whole or not at all. */
export const folderFileStore = (folder: string): FileStore => ({
  async put(key, bytes) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, path);
  },
  async get(key) {
    try {
      return await readFile(join(folder, key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
  remove: (key) => rm(join(folder, key), { force: true }),
});
