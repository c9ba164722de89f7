import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';

const Parts = z.array(z.union([z.string(), z.number()])).max(4);

/** An opaque cursor that holds where the next page begins. */
const encode = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

function decode(cursor: string): (string | number)[] {
  try {
    return Parts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refused('MALFORMED_REQUEST', 'This cursor was not given by us');
  }
}

export type PageAsked = { readonly cursor?: string | undefined; readonly limit: number };

/**
 * A page by the key of its last item: `fetch` is given the key parts to begin after, and asked for one item more than the page
 * has. Keys are text; the order of the index decides.
 */
export async function keyPage<T>(
  { cursor, limit }: PageAsked,
  keyOf: (item: T) => readonly string[],
  fetch: (after: readonly string[] | undefined, limit: number) => Promise<T[]>,
): Promise<{ items: T[]; nextCursor?: string }> {
  const after = cursor === undefined ? undefined : decode(cursor).map(String);
  const found = await fetch(after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, nextCursor: encode(keyOf(last)) } : { items };
}

const deepest = 2_000;

/** A page by count, for orders that have no key of their own, like distance; not beyond 2,000 items. */
export async function countedPage<T>(
  { cursor, limit }: PageAsked,
  fetch: (skip: number, limit: number) => Promise<T[]>,
): Promise<{ items: T[]; nextCursor?: string }> {
  const [skip = 0] = cursor === undefined ? [] : decode(cursor);
  if (typeof skip !== 'number' || !Number.isInteger(skip) || skip < 0 || skip > deepest)
    throw new Refused('MALFORMED_REQUEST', 'This cursor was not given by us');
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
