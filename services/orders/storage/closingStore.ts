import { type Connection, type mongo } from 'mongoose';
import { Schema } from 'mongoose';
import { type CityId, type ConsolidationId, type CycleId } from '#shared/contracts/ids';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { type DroppedSku } from '../domain/consolidation';

/**
 * How far the closing of a cycle is. Each phase can be begun again after a crash:
 * `draining` payments begun in time may finish · `consolidating` paid orders become the consolidation's · `forming` groups and
 * minimums are decided · `deciding` each order gets its receipt · `freezing` the lists are made · `frozen`. A correction leads
 * from `frozen` over `superseding` to the next version.
 */
export type ClosingPhase =
  'draining' | 'consolidating' | 'forming' | 'deciding' | 'superseding' | 'freezing' | 'frozen';

export type Closing = {
  readonly cycleId: CycleId;
  readonly cityId: CityId;
  readonly cutoffAt: Date;
  /** Until when payments begun before cutoff may finish. */
  readonly graceUntil: Date;
  readonly pickupDate: string;
  readonly phase: ClosingPhase;
  /** Of the consolidation: 1, and one more with each correction. */
  readonly version: number;
  readonly consolidationId: ConsolidationId;
  readonly supersedes?: ConsolidationId;
  readonly reason?: string;
  readonly droppedSkus: readonly DroppedSku[];
};

type Stored = Omit<Closing, 'cycleId'> & { _id: CycleId; lease?: { by: string; until: Date } };

const required = <T>(type: T) => ({ type, required: true });

const ClosingModel = defineModel<Stored>({
  name: 'Closing',
  collection: 'closings',
  fields: {
    _id: required(String),
    cityId: required(String),
    cutoffAt: required(Date),
    graceUntil: required(Date),
    pickupDate: required(String),
    phase: required(String),
    version: required(Number),
    consolidationId: required(String),
    supersedes: String,
    reason: String,
    droppedSkus: required([Schema.Types.Mixed]),
    lease: Schema.Types.Mixed,
  },
  indexes: [[{ phase: 1, cutoffAt: 1 }], [{ cutoffAt: 1 }]],
});

/** Somebody else closes the cycle now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The closing of each cycle. One process at a time works on it, for as long as it says that it is alive. */
export class ClosingStore {
  readonly #closings: mongo.Collection<Stored>;

  constructor(mongo: Connection) {
    this.#closings = nativeOn(mongo, ClosingModel);
  }

  /** Begins a closing; one that has begun stays as it is. */
  async begin({ cycleId, ...rest }: Closing): Promise<void> {
    await this.#closings.updateOne({ _id: cycleId }, { $setOnInsert: rest }, { upsert: true });
  }

  async find(cycleId: CycleId): Promise<Closing | undefined> {
    const stored = await this.#closings.findOne({ _id: cycleId });
    return stored ? toClosing(stored) : undefined;
  }

  /** The latest cutoff that is known here. */
  async latestCutoff(): Promise<Date | undefined> {
    return (await this.#closings.find().sort({ cutoffAt: -1 }).limit(1).next())?.cutoffAt;
  }

  async unfinished(limit: number): Promise<CycleId[]> {
    const phases: ClosingPhase[] = [
      'draining',
      'consolidating',
      'forming',
      'deciding',
      'superseding',
      'freezing',
    ];
    const found = await this.#closings
      .find({ phase: { $in: phases } }, { projection: { _id: 1 } })
      .sort({ cutoffAt: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** Cycles that were closed and whose cutoff was after `since`. */
  async frozenSince(since: Date): Promise<CycleId[]> {
    const found = await this.#closings
      .find({ phase: 'frozen', cutoffAt: { $gt: since } }, { projection: { _id: 1 } })
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** Takes an unfinished closing for `by`; undefined while another has it. */
  async take(
    cycleId: CycleId,
    { by, until, now }: { by: string; until: Date; now: Date },
  ): Promise<Closing | undefined> {
    const stored = await this.#closings.findOneAndUpdate(
      {
        _id: cycleId,
        phase: { $ne: 'frozen' },
        $or: [{ lease: { $exists: false } }, { 'lease.by': by }, { 'lease.until': { $lte: now } }],
      },
      { $set: { lease: { by, until } } },
      { returnDocument: 'after' },
    );
    return stored ? toClosing(stored) : undefined;
  }

  /** Says that `by` is alive. @throws {LeaseLost} */
  async keep(cycleId: CycleId, { by, until }: { by: string; until: Date }): Promise<void> {
    const { matchedCount } = await this.#closings.updateOne(
      { _id: cycleId, 'lease.by': by },
      { $set: { 'lease.until': until } },
    );
    if (matchedCount === 0) throw new LeaseLost(`The closing of ${cycleId} was taken over`);
  }

  async release(cycleId: CycleId, by: string): Promise<void> {
    await this.#closings.updateOne({ _id: cycleId, 'lease.by': by }, { $unset: { lease: '' } });
  }

  /** Moves a closing on from the phase and version it was seen in. @throws {LeaseLost} when somebody else did. */
  async advance(
    { cycleId, phase, version }: Closing,
    by: string,
    changes: Partial<Closing>,
  ): Promise<Closing> {
    const stored = await this.#closings.findOneAndUpdate(
      { _id: cycleId, phase, version, 'lease.by': by },
      { $set: changes },
      { returnDocument: 'after' },
    );
    if (!stored) throw new LeaseLost(`The closing of ${cycleId} was taken over`);
    return toClosing(stored);
  }

  /** Opens a frozen closing again for the next version; false when somebody else was quicker. */
  async reopen({ cycleId, version }: Closing, changes: Partial<Closing>): Promise<boolean> {
    const { matchedCount } = await this.#closings.updateOne(
      { _id: cycleId, phase: 'frozen', version },
      { $set: changes },
    );
    return matchedCount === 1;
  }
}

function toClosing({ _id, lease: _lease, ...rest }: Stored): Closing {
  return { ...rest, cycleId: _id };
}
