import { LRUCache } from 'lru-cache';
import { type StatementPage, type StatementRow } from '../paymentProvider';

/** So many rows a page has; what comes as one file is given on in such pages. */
export const statementPageRows = 500;
/** A file that was fetched is kept for so long after it was last asked for, in ms: its pages are read one after the other. */
const keptMs = 5 * 60_000;
const filesKept = 2;

/** Statements that a provider gives as one file, in pages. What process reads the next page does not matter: the file is fetched again. */
export function wholeStatements(
  fetchRows: (day: string) => Promise<readonly StatementRow[] | 'waiting'>,
): (day: string, cursor: string | undefined) => Promise<StatementPage> {
  const files = new LRUCache<string, readonly StatementRow[]>({ max: filesKept, ttl: keptMs });
  /** By day: whoever gave up waiting and asks again waits for the file that is still being fetched. */
  const running = new Map<string, ReturnType<typeof fetchRows>>();
  const fetchOnce = (day: string) => {
    const begun = running.get(day);
    if (begun) return begun;
    const fetching = fetchRows(day).finally(() => running.delete(day));
    running.set(day, fetching);
    return fetching;
  };
  return async (day, cursor) => {
    const known = cursor === undefined ? undefined : files.get(day);
    const rows = known ?? (await fetchOnce(day));
    if (rows === 'waiting') return { kind: 'waiting' };
    const from = Number(cursor ?? 0);
    const until = from + statementPageRows;
    const isLast = !(until < rows.length);
    if (isLast) files.delete(day);
    else files.set(day, rows);
    return {
      kind: 'page',
      rows: rows.slice(from, until),
      ...(isLast ? {} : { nextCursor: String(until) }),
    };
  };
}
