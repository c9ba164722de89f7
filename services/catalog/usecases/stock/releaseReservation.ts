import { type OrderId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import {
  isForgotten,
  keptLines,
  type Released,
  type ReservationRecord,
  type Unsettled,
} from '../../domain/reservation';
import { type Settle } from './settle';
import { type StockDeps } from './stockDeps';

const maxBatch = 128;

/**
 * Gives back all stock of orders, held or allocated: decide on the reservations → tell the offers → mark as settled; `settle`
 * finishes it after a crash. Answers whether this order had anything to give back, then or before.
 */
export function releaseReservation({ reservations, now, token }: StockDeps, settle: Settle) {
  const batches = gather<OrderId, boolean>({ name: 'release reservations', run, maxBatch });

  async function run(orderIds: readonly OrderId[]): Promise<PromiseSettledResult<boolean>[]> {
    const before = await reservations.find([...new Set(orderIds)]);
    const held = [...before.values()].filter(({ status }) => status === 'held');
    const released = await releaseHeld(held, 'release');
    return Promise.allSettled(
      orderIds.map(async (id) => released.has(id) || (before.has(id) && releaseAlone(id))),
    );
  }

  /** Answers the orders that were still held and are released now. */
  async function releaseHeld(
    held: readonly ReservationRecord[],
    ended: 'release' | 'expiry' | 'left',
  ): Promise<Set<OrderId>> {
    if (held.length === 0) return new Set();
    const unsettled: Unsettled = { since: now(), by: token(), work: 'return_holds' };
    const decided = await reservations.decide(held, { status: 'released', ended }, unsettled);
    await settle(
      held
        .filter(({ _id }) => decided.has(_id))
        .map((record): Released => ({ ...record, status: 'released', ended, unsettled })),
    );
    return decided;
  }

  async function releaseAlone(orderId: OrderId): Promise<boolean> {
    const record = await reservations.findOne(orderId);
    if (!record) return false;
    if (record.unsettled) {
      await settle([record]);
      return releaseAlone(orderId);
    }
    switch (record.status) {
      case 'released':
        return !isForgotten(record);
      case 'held':
        return (await releaseHeld([record], 'release')).has(orderId) || releaseAlone(orderId);
      case 'confirmed': {
        const { returned: _returned, ...rest } = record;
        const lineIds = keptLines(record);
        const next: Released = {
          ...rest,
          status: 'released',
          ended: 'return',
          version: record.version + 1,
          unsettled: { since: now(), by: token(), work: 'return_sold', lineIds },
        };
        if (!(await reservations.replace(next))) return releaseAlone(orderId);
        await settle([next]);
        return true;
      }
    }
  }

  return {
    release: (orderId: OrderId) => batches.add(orderId),
    /** Gives back holds that ran out. */
    expire: (due: readonly ReservationRecord[]) => releaseHeld(due, 'expiry'),
    /** Gives back holds that no try to place an order counts on any more. */
    giveUp: (unwanted: readonly ReservationRecord[]) => releaseHeld(unwanted, 'left'),
    close: () => batches.close(),
  };
}

export type ReleaseReservation = ReturnType<typeof releaseReservation>;
