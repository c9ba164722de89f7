import { outboxTables } from '../../kit/delivery/outbox';
import { openTables, type TableStore } from '../../kit/state/store';
import { createTable } from '../../kit/state/table';
import type { NoticeRecord, RefundRecord, SessionRecord, TradeRecord } from './records';

/** The newest so many are kept, so that a long run stays small (about 2 KB each). */
const TRADES_KEPT = 30_000;
const NOTICES_KEPT = 10_000;

function createTables() {
  const { message: notice, delivery } = outboxTables<NoticeRecord>(NOTICES_KEPT);
  return {
    trade: createTable<TradeRecord, 'tradeNo'>({
      keep: TRADES_KEPT,
      indexes: { tradeNo: (row) => row.tradeNo },
    }),
    session: createTable<SessionRecord>({ keep: NOTICES_KEPT }),
    refund: createTable<RefundRecord, 'trade'>({ keep: TRADES_KEPT, indexes: { trade: (row) => row.trade } }),
    notice,
    delivery,
  };
}

export type Store = TableStore<ReturnType<typeof createTables>>;

/** Opens the stand-in's memory; with a folder it is also kept on disk. */
export const openStore = (folder?: string): Promise<Store> => openTables({ tables: createTables(), folder });
