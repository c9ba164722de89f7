import { type Page } from '#shared/contracts/common';
import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';

/** Where a list goes on: after this one. */
export type After<Id extends string> = { readonly at: Date; readonly id: Id };
export type PageWanted = { readonly cursor?: string | undefined; readonly limit: number };

const Place = z.tuple([z.int().min(0).max(8.64e15), z.unknown()]);

/** @throws {Refused} MALFORMED_REQUEST for a cursor that is none of ours */
export function readCursor<Kind extends z.ZodType<string>>(
  cursor: string | undefined,
  kind: Kind,
): After<z.infer<Kind>> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [at, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: new Date(at), id: kind.parse(id) };
  } catch {
    throw new Refused('MALFORMED_REQUEST', 'This cursor is not one that a list gave you');
  }
}

/** A page of what `read` finds; it is asked for one more than the page holds, to know whether there is a next. */
export async function pageOf<Item>(options: {
  readonly limit: number;
  readonly read: (limit: number) => Promise<Item[]>;
  readonly placeOf: (item: Item) => After<string>;
}): Promise<Page<Item>> {
  const { limit, read, placeOf } = options;
  const found = await read(limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || last === undefined) return { items };
  const { at, id } = placeOf(last);
  const nextCursor = Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
  return { items, nextCursor };
}

/** The items of a page, as they are shown. */
export const mapPage = <T, U>({ items, nextCursor }: Page<T>, show: (item: T) => U): Page<U> => ({
  items: items.map(show),
  ...(nextCursor === undefined ? {} : { nextCursor }),
});
