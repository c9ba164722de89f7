import { type z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';

/** Where a page ended: newest first by the time of placing, then by id. */
export type After<Id extends string> = { readonly placedAt: Date; readonly id: Id };

export const toCursor = ({ placedAt, id }: After<string>): string =>
  Buffer.from(`${placedAt.getTime()} ${id}`).toString('base64url');

/** @throws {Refused} MALFORMED_REQUEST for what is no cursor of ours. */
export function fromCursor<Kind extends z.ZodType<string>>(cursor: string, kind: Kind): After<z.infer<Kind>> {
  const [, time, text] = /^(\d{1,15}) (\w{1,60})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const id = kind.safeParse(text);
  if (time === undefined || !id.success)
    throw new Refused('MALFORMED_REQUEST', 'The cursor is not one of ours');
  return { placedAt: new Date(Number(time)), id: id.data };
}
