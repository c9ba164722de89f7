import { pause, type Clock } from '../../../kit/clock';

type Options<Row extends { id: string }> = {
  now: Clock;
  /** The row as it is now; undefined when nothing can happen to it any more. */
  find: (id: string) => Row | undefined;
  /** When something happens to it by itself (milliseconds), or null. */
  dueAt: (row: Row) => number | null;
  /** Lets that happen. */
  settle: (row: Row) => void;
};

export type DueClock<Row> = { watch: (row: Row) => void; close: () => void };

const LONGEST_TIMER_MS = 0x7fffffff;

/** Lets what is due later happen when its time has come. By then it may have been decided otherwise: it is looked at again. */
export function createDueClock<Row extends { id: string }>({
  now,
  find,
  dueAt,
  settle,
}: Options<Row>): DueClock<Row> {
  const closing = new AbortController();

  function watch(row: Row) {
    const due = dueAt(row);
    if (due === null) return;
    const start = now().getTime();
    const wait = Math.min(Math.max(0, due - start), LONGEST_TIMER_MS);
    void pause(now, wait, { signal: closing.signal, ref: false }).then(() => {
      if (!closing.signal.aborted) look(row.id, start + wait);
    });
  }

  /** Lets it happen, unless it is due only after the time that was waited for: then there is more to wait. */
  function look(id: string, waitedFor: number) {
    const row = find(id);
    const due = row ? dueAt(row) : null;
    if (!row || due === null) return;
    if (due > waitedFor) watch(row);
    else settle(row);
  }

  return {
    watch,
    close: () => {
      closing.abort();
    },
  };
}
