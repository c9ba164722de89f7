import { type PlanStatus } from '#shared/contracts/delivery/planning';
import { type CityId, ConsolidationId, type CycleId, type StopId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { afterDescending, keyPage, type PageAsked } from './cursors';
import { type LoadDoc, type PlanDoc } from './documents';
import { type Collections } from './models';

type Change = Partial<Omit<PlanDoc, '_id' | 'version' | 'outbox'>>;

/** Route plans of consolidations, and what each of their stops gets. */
export function planStore({ plans, loads }: Collections) {
  return {
    find: (id: ConsolidationId) => plans.findOne({ _id: id }),
    /** Whether a newer version of the same cycle's consolidation is known. */
    findNewer: (cycleId: CycleId, consolidationVersion: number) =>
      plans.findOne({ cycleId, consolidationVersion: { $gt: consolidationVersion } }),
    /** Makes it once. */
    async insert(plan: PlanDoc): Promise<void> {
      try {
        await plans.insertOne(plan);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    /** Changes it if it still stands as `expected`; null when it does not. */
    change: (
      id: ConsolidationId,
      expected: { readonly status: PlanStatus; readonly version: number },
      change: Change,
      event?: OutboxEvent,
    ) =>
      plans.findOneAndUpdate(
        { _id: id, status: expected.status, version: expected.version },
        { $set: change, $inc: { version: 1 }, ...(event ? { $push: { outbox: event } } : {}) },
        { returnDocument: 'after' },
      ),
    list: (which: { cityId: CityId; pickupDate?: string | undefined }, asked: PageAsked) =>
      keyPage<PlanDoc, [string, ConsolidationId]>(
        asked,
        z.tuple([z.string(), ConsolidationId]),
        ({ pickupDate, _id }) => [pickupDate, _id],
        (after, limit) =>
          plans
            .find({
              cityId: which.cityId,
              ...(which.pickupDate === undefined ? {} : { pickupDate: which.pickupDate }),
              ...afterDescending('pickupDate', '_id', after),
            } as object)
            .sort({ pickupDate: -1, _id: -1 })
            .limit(limit)
            .toArray(),
      ),
    /** Plans that somebody began to collect or to write and did not finish. */
    unfinished: (before: Date) =>
      plans
        .find({ status: { $in: ['collecting', 'planning'] }, touchedAt: { $lt: before } })
        .sort({ touchedAt: 1 })
        .limit(20)
        .toArray() as Promise<PlanDoc[]>,
    /** The plans of a cycle's consolidations, newest first: older ones may still hold routes. */
    ofCycle: (cycleId: CycleId) =>
      plans.find({ cycleId }).sort({ consolidationVersion: -1 }).limit(50).toArray() as Promise<PlanDoc[]>,

    async putLoads(many: readonly LoadDoc[]): Promise<void> {
      if (many.length === 0) return;
      await loads.bulkWrite(
        many.map((load) => ({
          replaceOne: { filter: { _id: load._id }, replacement: load, upsert: true },
        })),
        { ordered: false },
      );
    },
    findLoad: (stopId: StopId) => loads.findOne({ _id: stopId }),
    findLoads: (stopIds: readonly StopId[]) =>
      loads.find({ _id: { $in: [...stopIds] } }).toArray() as Promise<LoadDoc[]>,
    /** All stops of a consolidation, without what is in the crates. */
    loadsOf: (consolidationId: ConsolidationId) =>
      loads
        .find({ consolidationId, secondTryOf: { $exists: false } }, { projection: { 'crates.items': 0 } })
        .sort({ _id: 1 })
        .toArray() as Promise<LoadDoc[]>,
  };
}
