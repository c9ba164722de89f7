import { AccountId, type CycleId, type OrderId } from '#shared/contracts/ids';
import { type PlacedHold } from '../../domain/taking';
import { type Released, type ReservationRecord } from '../../domain/reservation';
import { type ReleaseReservation } from './releaseReservation';
import { type Settle } from './settle';
import { type StockDeps } from './stockDeps';

const page = 500;
/** Younger ones are most likely in the hands of whoever decided. */
const settleAfterMs = 3_000;
/** Reserving takes milliseconds: a hold this old without a reservation belongs to a process that died. */
const orphanAfterMs = 5_000;
const forgetMarksAfterMs = 24 * 3600 * 1000;

/** What keeps stock right without anybody asking: everything that is due and not done is found by query. */
export function stockSweeper(
  deps: StockDeps,
  settle: Settle,
  { expire }: Pick<ReleaseReservation, 'expire'>,
) {
  const { reservations, holds, purchases, returns } = deps;

  /**
   * Gives back holds that ran out, and finishes decisions whose process died.
   * @returns when the next hold runs out, if nothing was due
   */
  async function sweep(now: Date): Promise<Date | boolean> {
    let any = false;
    for (let more = true; more;) {
      const due = await reservations.due(now, page);
      any ||= due.length > 0;
      const done = await expire(due);
      more = due.length === page && done.size > 0;
    }
    const left = await reservations.leftUnsettled(new Date(now.getTime() - settleAfterMs), page);
    await settle(left);
    return any || left.length > 0 || ((await reservations.nextExpiry()) ?? false);
  }

  /** Gives back holds that no reservation names, in the offers of some cycles. */
  async function freeOrphans(cycleIds: readonly CycleId[], now: Date): Promise<number> {
    let freed = 0;
    for (const cycleId of cycleIds) {
      const old = await holds.heldSince(cycleId, new Date(now.getTime() - orphanAfterMs));
      const records = await reservations.find([...new Set(old.map(({ hold }) => hold.orderId))]);
      const orphans = old.filter(({ hold }) => records.get(hold.orderId)?.take !== hold.take);
      for (const orderId of new Set(orphans.map(({ hold }) => hold.orderId))) {
        const ofOrder = orphans.filter(({ hold }) => hold.orderId === orderId);
        if (await free(orderId, ofOrder, records.get(orderId), { cycleId, now })) freed += 1;
      }
    }
    return freed;
  }

  /** Forgets old return marks: not while a decision that old is unsettled, whose repetition they guard against. */
  async function forgetReturnMarks(cycleIds: readonly CycleId[], now: Date): Promise<void> {
    const before = new Date(now.getTime() - forgetMarksAfterMs);
    if ((await reservations.leftUnsettled(before, 1)).length > 0) return;
    for (const cycleId of cycleIds) await returns.forgetMarks(cycleId, before);
  }

  /**
   * First a fence, so that whoever placed these holds, if alive after all, can no longer write the reservation that names
   * them; then counts and holds go back. A crash in between leaves the holds, and so leads here again.
   */
  async function free(
    orderId: OrderId,
    orphans: readonly PlacedHold[],
    record: ReservationRecord | undefined,
    { cycleId, now }: { cycleId: CycleId; now: Date },
  ): Promise<boolean> {
    const fenced = record
      ? await reservations.spoil(record)
      : (await reservations.insert([fence(orderId, orphans, { cycleId, now })])).size === 0;
    if (!fenced) return false;
    for (const { offerId, hold } of orphans)
      if (hold.countedFor)
        await purchases.forgetTaking({ accountId: hold.countedFor, take: hold.take }, [offerId]);
    await holds.giveBack(
      orphans.map(({ offerId, hold }) => ({ offerId, take: hold.take, units: hold.units })),
    );
    return true;
  }

  return { sweep, freeOrphans, forgetReturnMarks };
}

/** Stands for the shopper of holds that count for no limit: nobody remembers whose they are. */
const nobody = AccountId.parse('acc_unknown');

/** The record of an order of which nothing but forgotten holds is known; the order may reserve again. */
function fence(
  orderId: OrderId,
  orphans: readonly PlacedHold[],
  { cycleId, now }: { cycleId: CycleId; now: Date },
): Released {
  return {
    _id: orderId,
    accountId: orphans[0]?.hold.countedFor ?? nobody,
    cycleId,
    lines: [],
    limited: [],
    take: '',
    expiresAt: now,
    status: 'released',
    ended: 'orphan',
    version: 1,
    createdAt: now,
    outbox: [],
  };
}
