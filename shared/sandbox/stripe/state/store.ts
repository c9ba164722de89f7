import { openJournal, type Change, type Journal } from './journal';
import type {
  AnswerRecord,
  ChargeRecord,
  CustomerRecord,
  DeliveryRecord,
  EventRecord,
  IntentRecord,
  MethodRecord,
  RefundRecord,
  ReversalRecord,
  TransactionRecord,
  TransferRecord,
} from './records';
import { createTable } from './table';

const EVENTS_KEPT = 10_000;
/** Stripe keeps answers for at least 24 hours; here the newest ones, so that a long benchmark stays small. */
const ANSWERS_KEPT = 20_000;

function createTables() {
  const deliveries = createTable<DeliveryRecord>({
    keep: EVENTS_KEPT,
    mayForget: (row) => row.state !== 'pending',
  });
  return {
    intent: createTable<IntentRecord, 'customer'>({ indexes: { customer: (row) => row.customer } }),
    charge: createTable<ChargeRecord, 'intent'>({ indexes: { intent: (row) => row.intent } }),
    refund: createTable<RefundRecord, 'charge' | 'intent'>({
      indexes: { charge: (row) => row.charge, intent: (row) => row.intent },
    }),
    method: createTable<MethodRecord>(),
    customer: createTable<CustomerRecord>(),
    transaction: createTable<TransactionRecord, 'source'>({ indexes: { source: (row) => row.source } }),
    transfer: createTable<TransferRecord, 'destination' | 'group'>({
      indexes: { destination: (row) => row.destination, group: (row) => row.transferGroup },
    }),
    reversal: createTable<ReversalRecord, 'transfer'>({ indexes: { transfer: (row) => row.transfer } }),
    event: createTable<EventRecord>({
      keep: EVENTS_KEPT,
      mayForget: (row) => deliveries.get(row.id)?.state !== 'pending',
    }),
    delivery: deliveries,
    answer: createTable<AnswerRecord>({ keep: ANSWERS_KEPT }),
  };
}

type Tables = ReturnType<typeof createTables>;
type Kind = keyof Tables;
type RowOf<K extends Kind> = Parameters<Tables[K]['put']>[0];

export type Store = Readonly<Tables> & {
  /** Puts a row (a new object, never one changed in place); `commit` makes it last. */
  put: <K extends Kind>(kind: K, row: RowOf<K>) => void;
  /** Runs `work`, which must not wait for anything; when it throws what `isVoid` says, nothing that it put is left. */
  allOrNothing: <T>(work: () => T, isVoid: (error: unknown) => boolean) => T;
  /** Resolves when everything put since the last commit would survive a kill of the process. */
  commit: () => Promise<void>;
  /** Money on the account per currency, in minor units. */
  balances: ReadonlyMap<string, number>;
  close: () => Promise<void>;
};

/** Opens the sandbox's memory; with a folder it is also kept on disk. */
export async function openStore(folder?: string): Promise<Store> {
  const tables = createTables();
  const balances = new Map<string, number>();

  function apply<K extends Kind>(kind: K, row: RowOf<K>) {
    if (kind === 'transaction') book(row as TransactionRecord);
    (tables[kind].put as (row: RowOf<K>) => void)(row);
  }
  function book({ id, currency, amount }: TransactionRecord) {
    if (!tables.transaction.get(id)) balances.set(currency, (balances.get(currency) ?? 0) + amount);
  }
  function takeBack<K extends Kind>(kind: K, row: RowOf<K>, before: RowOf<K> | undefined) {
    if (before) {
      (tables[kind].put as (row: RowOf<K>) => void)(before);
      return;
    }
    tables[kind].removeLast(row.id);
    if (kind !== 'transaction') return;
    const { currency, amount } = row as TransactionRecord;
    balances.set(currency, (balances.get(currency) ?? 0) - amount);
  }

  const kinds = Object.keys(tables) as Kind[];
  const journal: Journal | null = folder
    ? await openJournal({
        folder,
        replay: ([kind, row]) => {
          apply(kind as Kind, row as RowOf<Kind>);
        },
        snapshot: () => kinds.flatMap((kind) => tables[kind].all().map((row): Change => [kind, row])),
      })
    : null;

  let uncommitted: Change[] = [];
  /** What takes back the work that is under way, newest last. */
  let undo: (() => void)[] | undefined;
  return {
    ...tables,
    balances,
    put: (kind, row) => {
      const before = tables[kind].get(row.id) as typeof row | undefined;
      apply(kind, row);
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
