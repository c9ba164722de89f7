import { type mongo } from 'mongoose';

const samples = 5;
const ids =
  /\b(?:acc|ses|adr|app|cit|cat|prd|sku|lot|pic|cyc|off|ord|pay|ref|gro|msg|con|pur|led|ppt|fac|rou|stp|crt|pho|red|dis|pyt|pfl|hld|spm|dif|sup)_[0-9A-Za-z]+/g;

/**
 * Copies some documents of each collection, with nothing known of what they are: `times` more of the same owners, cities and cycles, and as
 * many of others. What a unique index does not allow is left out.
 * @returns the documents that were copied, by collection
 */
export async function manyOfAll(db: mongo.Db, times: number): Promise<Map<string, mongo.Document[]>> {
  const copied = new Map<string, mongo.Document[]>();
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    const collection = db.collection(name);
    const some = await collection.find().limit(samples).toArray();
    copied.set(name, some);
    const copies = some.flatMap((document) =>
      Array.from({ length: times }, (_, at) => [sibling(document, at), stranger(document, at)]).flat(),
    );
    if (copies.length > 0) await insertWhatFits(collection, copies);
  }
  return copied;
}

/** The same under another id. */
const sibling = (document: mongo.Document, at: number): mongo.Document => ({
  ...document,
  _id: typeof document['_id'] === 'string' ? (`${document['_id']}s${at}` as never) : undefined,
});

/** The same with everything that it names being another one. */
const stranger = (document: mongo.Document, at: number): mongo.Document => {
  const renamed = rename(document, (text) => text.replace(ids, (id) => `${id}o${at}`)) as mongo.Document;
  return renamed['_id'] === document['_id'] ? { ...renamed, _id: sibling(document, at)['_id'] } : renamed;
};

function rename(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => rename(one, change));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rename(one, change)]));
}

async function insertWhatFits(collection: mongo.Collection, copies: mongo.Document[]): Promise<void> {
  const withIds = copies.map(({ _id, ...rest }) => (_id === undefined ? rest : { _id, ...rest }));
  await collection.insertMany(withIds as never, { ordered: false }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 11_000) throw error;
  });
}
