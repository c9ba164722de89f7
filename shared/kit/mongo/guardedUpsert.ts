import { isDuplicateKey } from './duplicateKey';

/**
 * Runs an upsert whose filter is an id and a guard. A duplicate key means that the document is there and was not matched:
 * because the guard refuses it, or because somebody else inserted it at this very moment. So `write` is tried once again: now the
 * document is there to be asked, and only the guard can refuse.
 * @returns what `write` answers; undefined when the guard refuses.
 */
export async function guardedUpsert<Written>(write: () => Promise<Written>): Promise<Written | undefined> {
  return (await unlessDuplicate(write)) ?? (await unlessDuplicate(write));
}

async function unlessDuplicate<Written>(write: () => Promise<Written>): Promise<Written | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}
