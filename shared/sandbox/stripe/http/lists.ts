import { missing } from '../failures';
import type { Page } from './schemas';

type Row = { id: string; created: number };
type Source<T> = {
  get: (id: string) => T | undefined;
  newestFirst: (after?: string) => Iterable<T>;
  oldestFirst: (after?: string) => Iterable<T>;
};

export type List<O> = { object: 'list'; data: O[]; has_more: boolean; url: string };

/**
 * One page, newest first, as Stripe answers it; reads no more rows than the page needs.
 * @throws StripeFailure resource_missing when the cursor's row does not exist
 */
export function listPage<T extends Row, O>(
  source: Source<T>,
  page: Page,
  { url, present, keep = () => true }: { url: string; present: (row: T) => O; keep?: (row: T) => boolean },
): List<O> {
  const { starting_after: after, ending_before: before } = page;
  for (const [param, id] of Object.entries({ starting_after: after, ending_before: before }))
    if (id !== undefined && !source.get(id)) throw missing('object', id, param);
  const rows: T[] = [];
  for (const row of before === undefined ? source.newestFirst(after) : source.oldestFirst(before)) {
    if (!inTime(row, page.created) || !keep(row)) continue;
    rows.push(row);
    if (rows.length > page.limit) break;
  }
  const shown = rows.slice(0, page.limit);
  if (before !== undefined) shown.reverse();
  return { object: 'list', data: shown.map(present), has_more: rows.length > page.limit, url };
}

/** The rows behind some ids (oldest first) as a source of pages. */
export function rowsOf<T extends Row>(
  ids: readonly string[],
  table: { get: (id: string) => T | undefined },
): Source<T> {
  function* walk(from: number, step: 1 | -1) {
    for (let at = from; at >= 0 && at < ids.length; at += step) {
      const row = table.get(ids[at] ?? '');
      if (row) yield row;
    }
  }
  return {
    get: (id) => table.get(id),
    newestFirst: (after) => walk(after === undefined ? ids.length - 1 : ids.lastIndexOf(after) - 1, -1),
    oldestFirst: (after) => walk(after === undefined ? 0 : ids.lastIndexOf(after) + 1, 1),
  };
}

const inTime = (
  { created }: Row,
  { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity }: Page['created'] = {},
) => created > gt && created >= gte && created < lt && created <= lte;
