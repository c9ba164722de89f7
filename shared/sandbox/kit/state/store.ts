import { openJournal, type Change, type Journal } from './journal';
import { type Table } from './table';

type Row = { id: string };
type AnyTable = Pick<Table<never, never>, 'put' | 'removeLast'> & {
  get: (id: string) => Row | undefined;
  all: () => Row[];
};
export type Tables = Record<string, AnyTable>;
type RowOf<T extends Tables, K extends keyof T> = Parameters<T[K]['put']>[0];

export type TableStore<T extends Tables> = Readonly<T> & {
  /** Puts a row (a new object, never one changed in place); `commit` makes it last. */
  put: <K extends keyof T & string>(kind: K, row: RowOf<T, K>) => void;
  /** Runs `work`, which must not wait for anything; when it throws what `isVoid` says, nothing that it put is left. */
  allOrNothing: <Result>(work: () => Result, isVoid: (error: unknown) => boolean) => Result;
  /** Resolves when everything put since the last commit would survive a kill of the process. */
  commit: () => Promise<void>;
  close: () => Promise<void>;
};

type Options<T extends Tables> = {
  tables: T;
  /** Where it is kept on disk as well; without it everything is forgotten at the end. */
  folder?: string | undefined;
  /** Told of each row that is new (`1`), and of each new one that was taken back (`-1`). */
  counted?: (kind: keyof T & string, row: Row, by: 1 | -1) => void;
};

/** A stand-in's memory: tables that change in one go per request, and with a folder survive a kill. */
export async function openTables<T extends Tables>({
  tables,
  folder,
  counted,
}: Options<T>): Promise<TableStore<T>> {
  const put = (kind: string, row: Row) => {
    const table = tables[kind];
    if (!table) throw new Error(`There is no table ${kind}`);
    if (counted && !table.get(row.id)) counted(kind, row, 1);
    (table.put as (row: Row) => void)(row);
  };
  function takeBack(kind: string, row: Row, before: Row | undefined) {
    if (before) {
      (tables[kind]?.put as (row: Row) => void)(before);
      return;
    }
    tables[kind]?.removeLast(row.id);
    counted?.(kind, row, -1);
  }

  const journal: Journal | null =
    folder === undefined
      ? null
      : await openJournal({
          folder,
          replay: ([kind, row]) => {
            put(kind, row as Row);
          },
          snapshot: () =>
            Object.entries(tables).flatMap(([kind, table]) => table.all().map((row): Change => [kind, row])),
        });

  let uncommitted: Change[] = [];
  /** What takes back the work that is under way, newest last. */
  let undo: (() => void)[] | undefined;
  return {
    ...tables,
    put: (kind, row: Row) => {
      const before = tables[kind]?.get(row.id);
      put(kind, row);
      undo?.push(() => {
        takeBack(kind, row, before);
      });
      if (journal) uncommitted.push([kind, row]);
    },
    allOrNothing: (work, isVoid) => {
      const known = uncommitted.length;
      undo = [];
      try {
        return work();
      } catch (error) {
        if (isVoid(error)) {
          for (const step of undo.reverse()) step();
          uncommitted.length = known;
        }
        throw error;
      } finally {
        undo = undefined;
      }
    },
    commit: async () => {
      if (!journal || uncommitted.length === 0) return;
      const changes = uncommitted;
      uncommitted = [];
      await journal.append(changes);
    },
    close: async () => {
      await journal?.close();
    },
  };
}
