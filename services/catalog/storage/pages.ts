import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';

export type PageWanted = { readonly cursor?: string | undefined; readonly limit: number };

/** One page of a collection in the order of ids; ids sort by age. The cursor is the last id of the page before. */
export async function pageById<Doc extends { readonly _id: string }>(
  collection: mongo.Collection<Doc>,
  filter: mongo.Filter<Doc>,
  { cursor, limit }: PageWanted,
  order: 'oldestFirst' | 'newestFirst' = 'oldestFirst',
): Promise<Page<Doc>> {
  const beyond = order === 'oldestFirst' ? { $gt: cursor } : { $lt: cursor };
  const after = cursor === undefined ? {} : { _id: beyond };
  const docs = (await collection
    .find({ $and: [filter, after] } as mongo.Filter<Doc>)
    .sort({ _id: order === 'oldestFirst' ? 1 : -1 })
    .limit(limit + 1)
    .toArray()) as Doc[];
  return pageOf(docs, limit, ({ _id }) => _id);
}

const maxSearched = 5_000;

/** As `pageById`, oldest first; only what `isMeant`, when given, looked for among a bounded number. */
export async function searchedPage<Doc extends { readonly _id: string }>(
  collection: mongo.Collection<Doc>,
  filter: mongo.Filter<Doc>,
  wanted: PageWanted,
  isMeant?: (doc: Doc) => boolean,
): Promise<Page<Doc>> {
  if (!isMeant) return pageById(collection, filter, wanted);
  const { items } = await pageById(collection, filter, { ...wanted, limit: maxSearched });
  return pageOf(items.filter(isMeant), wanted.limit, ({ _id }) => _id);
}

/** Makes a page of at least `limit + 1` things read: one too many says that there is another page. */
export function pageOf<T>(read: readonly T[], limit: number, cursorOf: (item: T) => string): Page<T> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return read.length > limit && last !== undefined ? { items, nextCursor: cursorOf(last) } : { items };
}

/** The items of a page, as they are shown. */
export const mapPage = <T, U>({ items, nextCursor }: Page<T>, show: (item: T) => U): Page<U> => ({
  items: items.map(show),
  ...(nextCursor === undefined ? {} : { nextCursor }),
});

/** A number that a cursor of ours holds. */
export function numberIn(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw notOurs();
  return Number(cursor);
}

/** An id that a cursor of ours holds. */
export function idIn<Kind extends z.ZodType<string>>(kind: Kind, cursor: string): z.infer<Kind> {
  const id = kind.safeParse(cursor);
  if (!id.success) throw notOurs();
  return id.data;
}

const notOurs = () => new Refused('MALFORMED_REQUEST', 'This cursor is not one of ours.');
