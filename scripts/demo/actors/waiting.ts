import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };

/** Something that should have happened by now did not. */
export class WaitedInVain extends Error {
  override readonly name = 'WaitedInVain';
}

type Patience = { readonly seconds?: number; readonly everyMs?: number };

/**
 * Asks until there is an answer: neither undefined nor false.
 * @param what what is waited for, as it stands in the error
 * @throws {WaitedInVain} after `seconds`, 60 unless told
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | false | undefined>,
  { seconds = 60, everyMs = 150 }: Patience = {},
): Promise<T> {
  const giveUpAt = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > giveUpAt) throw new WaitedInVain(`${what} did not come within ${seconds} s`);
    await sleep(everyMs);
  }
}

/** Runs `work` for each of `items`, at most `width` at once; results in the order of the items. */
export async function each<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

/** All items of a paged list. */
export async function allPages<T>(
  read: (cursor: string | undefined) => Promise<{ items: readonly T[]; nextCursor?: string | undefined }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}
