import { type OrderId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { type DomainError, found, notFound, Refused } from '#shared/kit/domainError';
import {
  type Confirmed,
  type Released,
  type ReservationRecord,
  type Unsettled,
} from '../../domain/reservation';
import { OfferNotOnSale, OutOfStock } from '../../domain/stockRefusals';
import { type Settle } from './settle';
import { type StockDeps } from './stockDeps';
import { stockTaker } from './stockTaker';

const maxBatch = 128;

/**
 * Turns holds of paid orders into allocations, many at a time: decide on the reservations (one guarded update) → tell the
 * offers → mark as settled. The decision counts from the first write on; `settle` finishes it after a crash.
 */
export function confirmReservation(deps: StockDeps, settle: Settle) {
  const { reservations, now, token } = deps;
  const taker = stockTaker(deps);
  const batches = gather<OrderId, ReservationRecord>({ name: 'confirm reservations', run, maxBatch });

  async function run(orderIds: readonly OrderId[]): Promise<PromiseSettledResult<ReservationRecord>[]> {
    const before = await reservations.find([...new Set(orderIds)]);
    const confirmed = await sellHeld([...before.values()].filter(({ status }) => status === 'held'));
    return Promise.allSettled(orderIds.map(async (id) => confirmed.get(id) ?? confirmAlone(id)));
  }

  /** Answers those that were still held and are confirmed now. */
  async function sellHeld(held: readonly ReservationRecord[]): Promise<Map<OrderId, ReservationRecord>> {
    if (held.length === 0) return new Map();
    const unsettled: Unsettled = { since: now(), by: token(), work: 'sell_holds' };
    const decided = await reservations.decide(held, { status: 'confirmed' }, unsettled);
    const confirmed = held
      .filter(({ _id }) => decided.has(_id))
      .map((record): Confirmed => ({ ...record, status: 'confirmed', returned: [], unsettled }));
    await settle(confirmed);
    return new Map(confirmed.map((record) => [record._id, record]));
  }

  /** What the quick way did not do: repeated calls, holds given back already, and those that another process decides about. */
  async function confirmAlone(orderId: OrderId): Promise<ReservationRecord> {
    const record = found(await reservations.findOne(orderId));
    if (record.unsettled) {
      await settle([record]);
      return confirmAlone(orderId);
    }
    switch (record.status) {
      case 'confirmed':
        return record;
      case 'held':
        return (await sellHeld([record])).get(orderId) ?? confirmAlone(orderId);
      case 'released':
        if (record.ended === 'orphan') throw notFound();
        // A late repeat must not sell the stock of a cancelled order.
        if (record.ended === 'return') throw new Refused('RESERVATION_ENDED');
        return takeAgain(record);
    }
  }

  /**
   * Money came after the hold was given back: holds once more, then decides and sells as above. Holds that no decision
   * names, because this process died or another was quicker, go back like those of `reserve`.
   */
  async function takeAgain(record: Released): Promise<ReservationRecord> {
    const { _id, accountId, cycleId, lines, expiresAt } = record;
    const offers = await deps.reads.offers(lines.map(({ offerId }) => offerId));
    const limited = [...offers.values()]
      .filter(({ limitPerShopper }) => limitPerShopper !== undefined)
      .map((offer) => offer._id);
    const at = now();
    const taking = { orderId: _id, accountId, cycleId, take: token(), lines, limited, at, expiresAt };
    const [refusal] = await taker.take([taking], offers);
    if (refusal) throw asOutOfStock(refusal);
    const { ended: _ended, ...rest } = record;
    const next: Confirmed = {
      ...rest,
      status: 'confirmed',
      returned: [],
      limited,
      take: taking.take,
      version: record.version + 1,
      unsettled: { since: at, by: taking.take, work: 'sell_holds' },
    };
    if (!(await reservations.replace(next))) {
      await taker.giveUp([taking]);
      return confirmAlone(_id);
    }
    await settle([next]);
    return next;
  }

  return { confirm: (orderId: OrderId) => batches.add(orderId), close: () => batches.close() };
}

/** A withdrawn offer has no stock for a late payer. */
const asOutOfStock = (refusal: DomainError): DomainError =>
  refusal instanceof OfferNotOnSale
    ? new OutOfStock(refusal.details.offerIds.map((offerId) => ({ offerId, available: 0 })))
    : refusal;
