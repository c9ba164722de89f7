import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { fromCursor, toCursor } from './cursor';

export type PageWish = { readonly cursor?: string | undefined; readonly limit: number };

type ByTime<Stored extends { _id: string }, Item> = {
  /** The documents that match, and `older` than the end of the page before. */
  readonly found: (older: object) => mongo.FindCursor<Stored>;
  readonly time: keyof Stored & string;
  readonly id: z.ZodType<string>;
  readonly wish: PageWish;
  readonly present: (stored: Stored) => Item;
};

/** One page, newest first by `time`, then by id. */
export async function pageByTime<Stored extends { _id: string }, Item>({
  found,
  time,
  id,
  wish: { cursor, limit },
  present,
}: ByTime<Stored, Item>): Promise<Page<Item>> {
  const after = cursor === undefined ? undefined : fromCursor(cursor, id);
  const older = after
    ? { $or: [{ [time]: { $lt: after.placedAt } }, { [time]: after.placedAt, _id: { $lt: after.id } }] }
    : {};
  const documents = await found(older)
    .sort({ [time]: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  const last = documents[limit - 1];
  const items = documents.slice(0, limit).map(present);
  return documents.length > limit && last
    ? { items, nextCursor: toCursor({ placedAt: last[time] as Date, id: last._id }) }
    : { items };
}

type ById<Stored, Key extends readonly string[]> = {
  /** The ids that make the order. */
  readonly key: z.ZodType<Key>;
  readonly keyOf: (item: Stored) => Key;
  /** The documents that match and come after `after`, in the order of the key. */
  readonly found: (after: Key | undefined) => mongo.FindCursor<Stored>;
  readonly wish: PageWish;
};

/** One page in the order of an id, or of several. */
export async function pageById<Stored, Key extends readonly string[]>({
  key,
  keyOf,
  found,
  wish: { cursor, limit },
}: ById<Stored, Key>): Promise<Page<Stored>> {
  const after = cursor === undefined ? undefined : key.safeParse(decoded(cursor).split(' '));
  if (after && !after.success) throw notOurs();
  const documents = await found(after?.data)
    .limit(limit + 1)
    .toArray();
  const items = documents.slice(0, limit);
  const last = items.at(-1);
  return documents.length > limit && last ? { items, nextCursor: encoded(keyOf(last).join(' ')) } : { items };
}

/** One page of a list that is in memory. */
export function pageOfList<Item>(list: readonly Item[], { cursor, limit }: PageWish): Page<Item> {
  const from = cursor === undefined ? 0 : Number(decoded(cursor));
  const items = list.slice(from, from + limit);
  const next = from + limit;
  return next < list.length ? { items, nextCursor: encoded(String(next)) } : { items };
}

const encoded = (position: string): string => Buffer.from(position).toString('base64url');

/** @throws {Refused} MALFORMED_REQUEST for what is no cursor of ours. */
function decoded(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!/^\w{1,60}( \w{1,60}){0,2}$/.test(position)) throw notOurs();
  return position;
}

const notOurs = () => new Refused('MALFORMED_REQUEST', 'The cursor is not one of ours');
