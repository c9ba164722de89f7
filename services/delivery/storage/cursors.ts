import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';

/** An opaque cursor that holds where the next page begins. */
const encode = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

function decode<Parts extends z.ZodType>(parts: Parts, cursor: string): z.infer<Parts> {
  try {
    return parts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refused('MALFORMED_REQUEST', 'This cursor was not given by us');
  }
}

export type PageAsked = { readonly cursor?: string | undefined; readonly limit: number };

/**
 * A page by the key of its last item: `fetch` is given the key to begin after, and asked for one item more than the page has. The
 * parts of a key are text; the order of the index decides.
 */
export async function keyPage<T, Key extends readonly string[]>(
  { cursor, limit }: PageAsked,
  key: z.ZodType<Key>,
  keyOf: (item: T) => Key,
  fetch: (after: Key | undefined, limit: number) => Promise<T[]>,
): Promise<{ items: T[]; nextCursor?: string }> {
  const after = cursor === undefined ? undefined : decode(key, cursor);
  const found = await fetch(after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, nextCursor: encode(keyOf(last)) } : { items };
}

const deepest = 2_000;
const Count = z.tuple([z.int().min(0).max(deepest)]);

/** A page by count, for orders that have no key of their own, like distance; not beyond 2,000 items. */
export async function countedPage<T>(
  { cursor, limit }: PageAsked,
  fetch: (skip: number, limit: number) => Promise<T[]>,
): Promise<{ items: T[]; nextCursor?: string }> {
  const [skip] = cursor === undefined ? [0] : decode(Count, cursor);
  const found = await fetch(skip, limit + 1);
  const items = found.slice(0, limit);
  return found.length > limit && skip + limit <= deepest
    ? { items, nextCursor: encode([skip + limit]) }
    : { items };
}

/** Items whose two-part key comes after `after`, both parts descending. */
export const afterDescending = (first: string, second: string, after: readonly string[] | undefined) =>
  after === undefined
    ? {}
    : { $or: [{ [first]: { $lt: after[0] } }, { [first]: after[0], [second]: { $lt: after[1] } }] };

/** The same, both parts ascending. */
export const afterAscending = (first: string, second: string, after: readonly string[] | undefined) =>
  after === undefined
    ? {}
    : { $or: [{ [first]: { $gt: after[0] } }, { [first]: after[0], [second]: { $gt: after[1] } }] };
