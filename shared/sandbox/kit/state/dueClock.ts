import { pause, type Clock } from '../../../kit/clock';

type Options<Row extends { id: string }> = {
  now: Clock;
  /** The row as it is now. */
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
  return {
    watch: (row) => {
      const due = dueAt(row);
      if (due === null) return;
      const wait = Math.min(Math.max(0, due - now().getTime()), LONGEST_TIMER_MS);
      void pause(now, wait, { signal: closing.signal, ref: false }).then(() => {
        const current = closing.signal.aborted ? undefined : find(row.id);
        if (current && dueAt(current) !== null) settle(current);
      });
    },
    close: () => {
      closing.abort();
    },
  };
}
