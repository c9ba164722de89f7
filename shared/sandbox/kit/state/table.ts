type Row = { id: string };

export type Table<T extends Row, Index extends string> = {
  get: (id: string) => T | undefined;
  put: (row: T) => void;
  /** Takes back the row that arrived last. */
  removeLast: (id: string) => void;
  size: () => number;
  /** Rows from the oldest to the newest, as one array of references. */
  all: () => T[];
  /** Newest first; begins behind `after` when that row is still there. */
  newestFirst: (after?: string) => Generator<T>;
  /** Oldest first; begins behind `after` when that row is still there. */
  oldestFirst: (after?: string) => Generator<T>;
  /** Ids under an index key, oldest first. */
  idsBy: (index: Index, key: string) => readonly string[];
};

type Options<T, Index extends string> = {
  /** A row's key per index must never change. */
  indexes?: Record<Index, (row: T) => string | null>;
  /** Forget the oldest row beyond `keep`, while `mayForget` allows it. */
  keep?: number;
  mayForget?: (row: T) => boolean;
};

/** Rows by id in order of arrival, with secondary indexes: every look-up is a map access. */
export function createTable<T extends Row, Index extends string = never>(
  options: Options<T, Index> = {},
): Table<T, Index> {
  const { keep = Infinity, mayForget = () => true } = options;
  const rows = new Map<string, T>();
  const place = new Map<string, number>();
  let order: string[] = [];
  let forgotten = 0;
  const keyOf = Object.entries<(row: T) => string | null>(options.indexes ?? {}) as [
    Index,
    (row: T) => string | null,
  ][];
  const buckets = new Map<Index, Map<string, string[]>>(keyOf.map(([name]) => [name, new Map()]));

  function enter(row: T) {
    place.set(row.id, forgotten + order.length);
    order.push(row.id);
    for (const [name, key] of keyOf) {
      const value = key(row);
      if (value === null) continue;
      const bucket = buckets.get(name);
      const ids = bucket?.get(value);
      if (ids) ids.push(row.id);
      else bucket?.set(value, [row.id]);
    }
  }

  /** Out of every index: what is forgotten must cost nothing any more. */
  function leave(row: T) {
    for (const [name, key] of keyOf) {
      const value = key(row);
      const bucket = buckets.get(name);
      const left = value === null ? undefined : bucket?.get(value)?.filter((id) => id !== row.id);
      if (value === null || left === undefined) continue;
      if (left.length === 0) bucket?.delete(value);
      else bucket?.set(value, left);
    }
  }

  let dropped = 0;
  function forget() {
    while (rows.size > keep) {
      const id = order[dropped];
      const row = id === undefined ? undefined : rows.get(id);
      if (id === undefined || row === undefined || !mayForget(row)) break;
      rows.delete(id);
      place.delete(id);
      leave(row);
      dropped += 1;
    }
    if (dropped < 1024 || dropped < order.length / 2) return;
    order = order.slice(dropped);
    forgotten += dropped;
    dropped = 0;
  }

  function* walk(from: number, step: 1 | -1) {
    for (let at = from; at >= 0 && at < order.length; at += step) {
      const row = rows.get(order[at] ?? '');
      if (row) yield row;
    }
  }
  const position = (id: string | undefined, step: 1 | -1, otherwise: number) => {
    const at = id === undefined ? undefined : place.get(id);
    return at === undefined ? otherwise : at - forgotten + step;
  };

  return {
    get: (id) => rows.get(id),
    put: (row) => {
      if (!rows.has(row.id)) enter(row);
      rows.set(row.id, row);
      if (rows.size > keep) forget();
    },
    removeLast: (id) => {
      const row = rows.get(id);
      if (!row || order.at(-1) !== id) throw new Error(`${id} did not arrive last`);
      order.pop();
      rows.delete(id);
      place.delete(id);
      leave(row);
    },
    size: () => rows.size,
    all: () => [...rows.values()],
    newestFirst: (after) => walk(position(after, -1, order.length - 1), -1),
    oldestFirst: (after) => walk(position(after, 1, 0), 1),
    idsBy: (index, key) => buckets.get(index)?.get(key) ?? [],
  };
}
