import { type FileStore } from '../../shared/kit/files/fileStore';

/** Files in memory. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Buffer>();
  return {
    put: (key, bytes) => Promise.resolve(void files.set(key, bytes)),
    get: (key) => Promise.resolve(files.get(key)),
    remove: (key) => Promise.resolve(void files.delete(key)),
  };
}
