import { type Connection, type mongo } from 'mongoose';
import { Schema } from 'mongoose';
import { type PickupPointId, type StopId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { type Share } from '../domain/handover/shortage';

/** How the goods of one stop are shared out: decided once. */
export type HandoverPlan = {
  readonly stopId: StopId;
  readonly pickupPointId: PickupPointId;
  readonly receivedAt: Date;
  readonly shares: readonly Share[];
};
type Stored = Omit<HandoverPlan, 'stopId'> & { _id: StopId };

const required = <T>(type: T) => ({ type, required: true });

const HandoverPlanModel = defineModel<Stored>({
  name: 'HandoverPlan',
  collection: 'handover_plans',
  fields: {
    _id: required(String),
    pickupPointId: required(String),
    receivedAt: required(Date),
    shares: required([Schema.Types.Mixed]),
  },
});

export class HandoverPlanStore {
  readonly #plans: mongo.Collection<Stored>;

  constructor(mongo: Connection) {
    this.#plans = nativeOn(mongo, HandoverPlanModel);
  }

  async find(stopId: StopId): Promise<HandoverPlan | undefined> {
    const stored = await this.#plans.findOne({ _id: stopId });
    return stored ? toPlan(stored) : undefined;
  }

  /** Keeps the first plan of a stop; the answer is that one. */
  async keep({ stopId, ...rest }: HandoverPlan): Promise<HandoverPlan> {
    try {
      await this.#plans.insertOne({ _id: stopId, ...rest });
      return { stopId, ...rest };
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.find(stopId) : undefined;
      if (!first) throw error;
      return first;
    }
  }
}

function toPlan({ _id, ...rest }: Stored): HandoverPlan {
  return { ...rest, stopId: _id };
}
