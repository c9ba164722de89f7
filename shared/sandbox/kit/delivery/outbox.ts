import { createTable } from '../state/table';

export type DeliveryRecord = { id: string; state: 'pending' | 'delivered' | 'given_up' };

/** Messages and what became of them, each under the message's id. The newest `keep` stay, and whatever is still to be sent. */
export function outboxTables<M extends { id: string }>(keep: number) {
  const delivery = createTable<DeliveryRecord>({ keep, mayForget: (row) => row.state !== 'pending' });
  const message = createTable<M>({
    keep,
    mayForget: (row) => delivery.get(row.id)?.state !== 'pending',
  });
  return { message, delivery };
}
