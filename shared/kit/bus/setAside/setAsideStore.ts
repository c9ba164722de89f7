import { type Connection } from 'mongoose';
import { type EventEnvelope } from '../../../contracts/events/envelope';
import { defineModel, nativeOn } from '../../mongo/models';
import { type Chosen, type SetAside, type SetAsideEvent } from './setAside';

type SetAsideDoc = Omit<SetAsideEvent, 'event'> & {
  readonly _id: string;
  readonly event: EventEnvelope;
  /** An operator wants it tried once more. */
  readonly handedOnAt?: Date;
};

const definition = defineModel<SetAsideDoc>({
  name: 'SetAsideEvent',
  collection: 'set_aside_events',
  fields: {
    _id: String,
    group: { type: String, required: true },
    event: { type: Object, required: true },
    reason: { type: String, required: true },
    attempts: { type: Number, required: true },
    setAsideAt: { type: Date, required: true },
    handedOnAt: Date,
  },
  indexes: [
    [{ group: 1, setAsideAt: 1 }],
    [{ group: 1, handedOnAt: 1 }, { partialFilterExpression: { handedOnAt: { $exists: true } } }],
  ],
});

export type SetAsideStore = SetAside & {
  /** The oldest that are meant, those already handed on among them. */
  list(which: Chosen, limit: number): Promise<readonly (SetAsideEvent & { readonly handedOnAt?: Date })[]>;
  /** Has them tried once more by the group; answers how many. */
  handOn(which: Chosen, at: Date): Promise<number>;
};

const maxReason = 2_000;
const idOf = ({ group, event }: Pick<SetAsideEvent, 'group' | 'event'>) => `${group}/${event.id}`;

/** In the service's own database. To be called before the indexes are built. */
export function setAsideStore(mongo: Connection): SetAsideStore {
  const collection = nativeOn(mongo, definition);
  const filterOf = ({ group, eventIds }: Chosen) => ({
    ...(group === undefined ? {} : { group }),
    ...(eventIds === undefined ? {} : { 'event.id': { $in: [...eventIds] } }),
  });
  return {
    async put({ group, event, reason, attempts, setAsideAt }) {
      const why = { reason: reason.slice(0, maxReason), attempts, setAsideAt };
      const _id = idOf({ group, event });
      await collection.replaceOne({ _id }, { group, event, ...why }, { upsert: true });
    },
    handedOn: (group, limit) =>
      collection
        .find({ group, handedOnAt: { $exists: true } })
        .sort({ handedOnAt: 1, setAsideAt: 1 })
        .limit(limit)
        .toArray(),
    async forget(what) {
      await collection.deleteOne({ _id: idOf(what) });
    },
    list: (which, limit) => collection.find(filterOf(which)).sort({ setAsideAt: 1 }).limit(limit).toArray(),
    async handOn(which, at) {
      const { modifiedCount } = await collection.updateMany(
        { ...filterOf(which), handedOnAt: { $exists: false } },
        { $set: { handedOnAt: at } },
      );
      return modifiedCount;
    },
  };
}
