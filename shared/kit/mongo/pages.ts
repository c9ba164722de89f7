import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { z } from '#shared/contracts/zod';
import { Refused } from '../domainError';

/** Which page of a list is wanted: at most `limit` items after the `cursor` that the page before gave. */
export type PageWish = { readonly cursor?: string | undefined; readonly limit: number };

type Direction = 'rising' | 'falling';
type Field = {
  readonly name: string;
  readonly direction: Direction;
  /** What a cursor may hold of it. */
  readonly inCursor: z.ZodType;
};

/** The order of a list. Its fields together tell every item from every other, so that a page can go on after the one before. */
export type ListOrder = readonly [Field, ...Field[]];

/** By an instant. */
export const byTime = (name: string, direction: Direction): Field => ({
  name,
  direction,
  inCursor: z
    .int()
    .min(-8.64e15)
    .max(8.64e15)
    .transform((at) => new Date(at)),
});

/** By a whole number. */
export const byNumber = (name: string, direction: Direction): Field => ({
  name,
  direction,
  inCursor: z.int(),
});

/** By an id, or another text of which `kind` says how it looks. */
export const byId = (name: string, kind: z.ZodType<string>, direction: Direction): Field => ({
  name,
  direction,
  inCursor: kind,
});

/** Newest first by the time `field`; of one moment, the greatest id first. */
export const newestFirst = (field: string, id: z.ZodType<string>): ListOrder => [
  byTime(field, 'falling'),
  byId('_id', id, 'falling'),
];

/** What a page asks the database for: at most `limit` documents that are `beyond` the page before, in the order of `sort`. */
type Part = {
  readonly beyond: object;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly limit: number;
};

type List<Stored, Item> = {
  readonly order: ListOrder;
  readonly wish: PageWish;
  readonly present: (stored: Stored) => Item;
};

type Keyset<Stored, Item> = List<Stored, Item> & {
  /**
   * The documents that match and are `beyond` the page before. `beyond` may hold `$or` and the fields of the order: join it with
   * `$and` where the filter has those, too.
   */
  readonly find: (beyond: object) => mongo.FindCursor<Stored>;
};

/**
 * One page of a collection. The cursor names the last item of the page before, so that items which come or go meanwhile move
 * nothing: none is shown twice, none is left out.
 * @throws {Refused} MALFORMED_REQUEST for a cursor that no page of this list has given
 */
export const pageByKey = <Stored, Item>({ find, ...list }: Keyset<Stored, Item>): Promise<Page<Item>> =>
  pageOfRead({ ...list, read: ({ beyond, sort, limit }) => find(beyond).sort(sort).limit(limit).toArray() });

/** The same for lists that are not simply found: added up, or looked through. @throws {Refused} MALFORMED_REQUEST */
export async function pageOfRead<Stored, Item>({
  order,
  wish,
  read,
  present,
}: List<Stored, Item> & {
  readonly read: (part: Part) => Promise<readonly Stored[]>;
}): Promise<Page<Item>> {
  const { cursor, limit } = wish;
  // One more than the page holds says that there is another page.
  const found = await read({ beyond: beyond(order, cursor), sort: sortOf(order), limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(present);
  return found.length > limit && last !== undefined
    ? { items, nextCursor: cursorOf(order, last) }
    : { items };
}

/**
 * One page of what `read` gives, for orders that no field has, like distance. Items that come or go meanwhile may move others.
 * @param deepest how many items can be paged through; 2,000 unless told
 * @throws {Refused} MALFORMED_REQUEST for a cursor that no page of this list has given
 */
export async function pageByCount<Item>(
  { cursor, limit }: PageWish,
  read: (skip: number, limit: number) => Promise<readonly Item[]>,
  deepest = 2_000,
): Promise<Page<Item>> {
  const [skip] = cursor === undefined ? [0] : readCursor(z.tuple([z.int().min(0).max(deepest)]), cursor);
  const found = await read(skip, limit + 1);
  const items = found.slice(0, limit);
  return found.length > limit && skip + limit <= deepest
    ? { items, nextCursor: writeCursor([skip + limit]) }
    : { items };
}

/** One page of a list that is in memory. @throws {Refused} MALFORMED_REQUEST for a cursor that no page has given */
export const pageOfList = <Item>(list: readonly Item[], wish: PageWish): Promise<Page<Item>> =>
  pageByCount(wish, (skip, limit) => Promise.resolve(list.slice(skip, skip + limit)), list.length);

/** The items of a page, as they are shown. */
export const presentPage = <Item, View>(
  { items, nextCursor }: Page<Item>,
  present: (item: Item) => View,
): Page<View> => ({ items: items.map(present), ...(nextCursor === undefined ? {} : { nextCursor }) });

const sortOf = (order: ListOrder): Record<string, 1 | -1> =>
  Object.fromEntries(order.map(({ name, direction }) => [name, direction === 'rising' ? 1 : -1]));

/** The filter for what comes after the cursor. Its first field bounds what an index has to read. */
function beyond(order: ListOrder, cursor: string | undefined): object {
  if (cursor === undefined) return {};
  const values = readCursor(z.array(z.unknown()).length(order.length), cursor).map((value, at) => {
    const part = order[at]?.inCursor.safeParse(value);
    if (!part?.success) throw notOurs();
    return part.data;
  });
  const after = order.map(({ name, direction }, at) => ({
    ...Object.fromEntries(order.slice(0, at).map((field, before) => [field.name, values[before]])),
    [name]: { [direction === 'rising' ? '$gt' : '$lt']: values[at] },
  }));
  const [first] = order;
  if (after.length === 1) return after[0] ?? {};
  return { [first.name]: { [first.direction === 'rising' ? '$gte' : '$lte']: values[0] }, $or: after };
}

const cursorOf = (order: ListOrder, last: unknown): string =>
  writeCursor(
    order.map(({ name }) => {
      const value = valueAt(last, name);
      return value instanceof Date ? value.getTime() : value;
    }),
  );

/** What a document holds under a name, which may lead inside: `commission.withdrawableFrom`. */
const valueAt = (document: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>((within, part) => (within as Record<string, unknown> | undefined)?.[part], document);

/** A cursor of these parts, for lists that no other function here reads. */
export const writeCursor = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What a cursor holds. @throws {Refused} MALFORMED_REQUEST unless it has these `parts` */
export function readCursor<Parts extends z.ZodType>(parts: Parts, cursor: string): z.infer<Parts> {
  try {
    return parts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw notOurs();
  }
}

const notOurs = () => new Refused('MALFORMED_REQUEST', 'This cursor is not one that a list gave you');
