import { outboxTables } from '../../kit/delivery/outbox';
import { openTables, type TableStore } from '../../kit/state/store';
import { createTable } from '../../kit/state/table';
import type {
  AnswerRecord,
  ChargeRecord,
  CustomerRecord,
  EventRecord,
  IntentRecord,
  MethodRecord,
  RefundRecord,
  ReversalRecord,
  TransactionRecord,
  TransferRecord,
} from './records';

const EVENTS_KEPT = 10_000;
/** Stripe keeps answers for at least 24 hours; here the newest ones, so that a long benchmark stays small. */
const ANSWERS_KEPT = 20_000;

function createTables() {
  const { message: event, delivery } = outboxTables<EventRecord>(EVENTS_KEPT);
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
    event,
    delivery,
    answer: createTable<AnswerRecord>({ keep: ANSWERS_KEPT }),
  };
}

export type Store = TableStore<ReturnType<typeof createTables>> & {
  /** Money on the account per currency, in minor units. */
  balances: ReadonlyMap<string, number>;
};

/** Opens the sandbox's memory; with a folder it is also kept on disk. */
export async function openStore(folder?: string): Promise<Store> {
  const balances = new Map<string, number>();
  const store = await openTables({
    tables: createTables(),
    folder,
    counted: (kind, row, by) => {
      if (kind !== 'transaction') return;
      const { currency, amount, fee = 0 } = row as TransactionRecord;
      balances.set(currency, (balances.get(currency) ?? 0) + by * (amount - fee));
    },
  });
  return { ...store, balances };
}
