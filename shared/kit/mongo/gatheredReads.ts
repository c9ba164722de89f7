import { type mongo } from 'mongoose';
import { gather, type Gather } from '../batch/gather';

const maxBatch = 200;
const maxInFlight = 2;
/** A cursor's first reply has 101 documents unless told, and the rest costs a round trip more. */
const oneReply = { batchSize: maxBatch + 1 };

/** Reads by id: what is asked at the same time is asked in one command. */
export function gatheredReads<Doc extends { _id: string }>(
  name: string,
  collection: mongo.Collection<Doc>,
): Gather<Doc['_id'], Doc | undefined> {
  return gather({
    name: `read ${name}`,
    maxBatch,
    maxInFlight,
    run: async (ids) => {
      const found = (await collection
        .find({ _id: { $in: [...new Set(ids)] } } as unknown as mongo.Filter<Doc>, oneReply)
        .toArray()) as Doc[];
      const byId = new Map<string, Doc>(found.map((document) => [document._id, document]));
      return ids.map((id) => ({ status: 'fulfilled', value: byId.get(id) }));
    },
  });
}
