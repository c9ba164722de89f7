import { type eventCatalogue } from '#shared/contracts/events';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { unitsByOffer } from '../../domain/allotment';
import { type ReservationRecord } from '../../domain/reservation';
import { type StockDeps } from './stockDeps';

const event = eventFactory<typeof eventCatalogue>();

/**
 * Tells the offers what was decided about reservations, then marks the decisions as settled. Every step may be repeated by
 * anybody at any time: presence of a hold, of a purchase entry or of a return mark says whether it was done. A crash
 * anywhere in here is made good by the sweeper, which finds what is still unsettled and calls this again.
 */
export function settler({ holds, returns, purchases, reservations, now, nudge }: StockDeps) {
  return async function settle(records: readonly ReservationRecord[]): Promise<void> {
    const at = now();
    const toSell = records.filter(({ unsettled }) => unsettled?.work === 'sell_holds');
    const toReturn = records.filter(({ unsettled }) => unsettled?.work === 'return_holds');
    // Purchases first: a hold that is still there says that something of its order may be left to give back.
    for (const record of records) await forgetPurchases(record);
    await Promise.all([
      holds.sell(toSell.flatMap(holdNames)),
      holds.giveBack(toReturn.flatMap(holdNames)),
      returns.giveBack(records.flatMap(soldLines), at),
    ]);
    const expired = records.filter(isExpiry);
    await Promise.all([
      reservations.settled(records.filter((record) => !isExpiry(record))),
      reservations.settled(expired, (record) =>
        event(
          'catalog.reservation_expired.v1',
          record._id,
          { orderId: record._id },
          { now: at, id: `catalog.reservation_expired.v1:${record._id}:${record.take}` },
        ),
      ),
    ]);
    expired.forEach(nudge);
  };

  async function forgetPurchases(record: ReservationRecord): Promise<void> {
    const { unsettled, limited } = record;
    if (limited.length === 0) return;
    if (unsettled?.work === 'return_holds') await purchases.forgetTaking(record, limited);
    if (unsettled?.work === 'return_sold')
      await purchases.forgetLines(
        { accountId: record.accountId, orderId: record._id },
        soldLines(record).filter(({ offerId }) => limited.includes(offerId)),
      );
  }
}

export type Settle = ReturnType<typeof settler>;

const isExpiry = (record: ReservationRecord): boolean =>
  record.status === 'released' && record.ended === 'expiry';

const holdNames = ({ lines, take }: ReservationRecord) =>
  [...unitsByOffer(lines)].map(([offerId, units]) => ({ offerId, take, units }));

function soldLines({ _id, lines, unsettled }: ReservationRecord) {
  if (unsettled?.work !== 'return_sold') return [];
  const { lineIds } = unsettled;
  return lines
    .filter(({ lineId }) => lineIds.includes(lineId))
    .map(({ lineId, offerId, quantity }) => ({ orderId: _id, lineId, offerId, units: quantity }));
}
