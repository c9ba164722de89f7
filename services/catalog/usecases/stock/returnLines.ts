import { type LineId, type OrderId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type Confirmed, type ReservationRecord } from '../../domain/reservation';
import { type Settle } from './settle';
import { type StockDeps } from './stockDeps';

/**
 * Gives back the allocation of some lines of a paid order: decide on the reservation → tell the offers → mark as settled;
 * `settle` finishes it after a crash. Lines that came back before are left alone.
 * @throws {Refused} NOT_FOUND for an unknown order or line, RESERVATION_ENDED when the order has no allocation (any more).
 */
export function returnLines({ reservations, now, token }: StockDeps, settle: Settle) {
  return async function give(orderId: OrderId, lineIds: readonly LineId[]): Promise<ReservationRecord> {
    const record = found(await reservations.findOne(orderId));
    if (record.unsettled) {
      await settle([record]);
      return give(orderId, lineIds);
    }
    if (record.status !== 'confirmed') throw new Refused('RESERVATION_ENDED');
    if (lineIds.some((lineId) => !record.lines.some((line) => line.lineId === lineId))) throw notFound();
    const fresh = [...new Set(lineIds)].filter((lineId) => !record.returned.includes(lineId));
    if (fresh.length === 0) return record;
    const next: Confirmed = {
      ...record,
      returned: [...record.returned, ...fresh],
      version: record.version + 1,
      unsettled: { since: now(), by: token(), work: 'return_sold', lineIds: fresh },
    };
    if (!(await reservations.replace(next))) return give(orderId, lineIds);
    await settle([next]);
    return next;
  };
}
