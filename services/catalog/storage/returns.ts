import { type mongo } from 'mongoose';
import { type CycleId, type LineId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { type Offer } from '../domain/offer';
import { byOffer } from '../domain/taking';

/** Sold units of one line that are to come back. */
export type SoldLine = {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly offerId: OfferId;
  readonly units: number;
};

/** Gives sold units back. A mark per line makes repeating harmless. */
export function returnStore(offers: mongo.Collection<Offer>) {
  return {
    async giveBack(lines: readonly SoldLine[], at: Date): Promise<void> {
      if (lines.length === 0) return;
      const groups = [...byOffer(lines)];
      const together = groups.map(([offerId, group]) => giveBackAll(offerId, group, at));
      const { matchedCount } = await offers.bulkWrite(together, { ordered: false });
      if (matchedCount === together.length) return;
      const alone = groups.flatMap(([offerId, group]) =>
        group.map((line) => giveBackAll(offerId, [line], at)),
      );
      await offers.bulkWrite(alone, { ordered: false });
    },
    /** Forgets the marks of a cycle that are older than `before`. */
    async forgetMarks(cycleId: CycleId, before: Date): Promise<void> {
      await offers.updateMany(
        { cycleId, 'returns.at': { $lt: before } },
        { $pull: { returns: { at: { $lt: before } } } },
      );
    },
  };
}

function giveBackAll(
  offerId: OfferId,
  lines: readonly SoldLine[],
  at: Date,
): mongo.AnyBulkWriteOperation<Offer> {
  const units = lines.reduce((total, line) => total + line.units, 0);
  const marks = lines.map(({ orderId, lineId }) => ({ orderId, lineId, at }));
  return {
    updateOne: {
      filter: {
        _id: offerId,
        $nor: marks.map(({ orderId, lineId }) => ({ returns: { $elemMatch: { orderId, lineId } } })),
      },
      update: { $inc: { available: units, sold: -units }, $push: { returns: { $each: marks } } },
    },
  };
}
