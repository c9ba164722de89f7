import { type CityId, ConsolidationId, type CycleId, type StopId } from '#shared/contracts/ids';
import { CityDate } from '#shared/contracts/common';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { byId, type ListOrder, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type PlanAction, plansAtWork, planTransitions } from '../domain/lifecycle';
import { type LoadDoc, type PlanDoc } from './documents';
import { type Collections } from './models';

type Change = Partial<Omit<PlanDoc, '_id' | 'status' | 'version' | 'outbox'>>;

const latestFirst: ListOrder = [
  byId('pickupDate', CityDate, 'falling'),
  byId('_id', ConsolidationId, 'falling'),
];

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
    /** Takes it a step on if it still has `version` and its status allows that; null when not. */
    act: (
      action: PlanAction,
      { _id, version }: Pick<PlanDoc, '_id' | 'version'>,
      change: Change,
      event?: OutboxEvent,
    ) =>
      plans.findOneAndUpdate(
        { _id, status: { $in: [...planTransitions[action].from] }, version },
        {
          $set: { ...change, status: planTransitions[action].to },
          $inc: { version: 1 },
          ...(event ? { $push: { outbox: event } } : {}),
        },
        { returnDocument: 'after' },
      ),
    list: (which: { cityId: CityId; pickupDate?: string | undefined }, wish: PageWish) =>
      pageByKey({
        order: latestFirst,
        wish,
        find: (beyond) =>
          plans.find({
            cityId: which.cityId,
            $and: [which.pickupDate === undefined ? {} : { pickupDate: which.pickupDate }, beyond],
          }),
        present: (plan): PlanDoc => plan,
      }),
    /** Plans that somebody began to collect or to write and did not finish. */
    unfinished: (before: Date) =>
      plans
        .find({ status: { $in: plansAtWork }, touchedAt: { $lt: before } })
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
