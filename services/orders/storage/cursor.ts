import { Refused } from '#shared/kit/domainError';

/** Where a page of orders ended: newest first by the time of placing, then by id. */
export type After = { readonly placedAt: Date; readonly id: string };

export const toCursor = ({ placedAt, id }: After): string =>
  Buffer.from(`${placedAt.getTime()} ${id}`).toString('base64url');

/** @throws {Refused} MALFORMED_REQUEST for what is no cursor of ours. */
export function fromCursor(cursor: string): After {
  const [, time, id] = /^(\d{1,15}) ([\w]{1,60})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (time === undefined || id === undefined)
    throw new Refused('MALFORMED_REQUEST', 'The cursor is not one of ours');
  return { placedAt: new Date(Number(time)), id };
}
