import {
  type Connection,
  type IndexDefinition,
  type IndexOptions,
  type Model,
  type mongo,
  Schema,
  type SchemaDefinition,
} from 'mongoose';
import { watched } from '../audit/watched';

/** Every stored document names its id itself, a branded string or a natural key. */
type Stored = { _id: string };

export type ModelDefinition<Doc extends Stored> = {
  name: string;
  collection: string;
  schema: Schema<Doc>;
};

type ModelFields<Doc extends Stored> = {
  /** Name of the model: the domain's word, 'Order'. */
  name: string;
  /** Name of the collection: 'orders'. */
  collection: string;
  /** Absent: the documents are written by `nativeOn` alone, and their type says what they hold. */
  fields?: SchemaDefinition<Doc>;
  /** One per query of the service; each at least its keys, then options such as `{ unique: true }`. */
  indexes?: readonly (readonly [IndexDefinition, IndexOptions?])[];
};

/** Describes the documents of one collection; nothing happens until `modelOn`. */
export function defineModel<Doc extends Stored>(model: ModelFields<Doc>): ModelDefinition<Doc> {
  const schema = new Schema<Doc>(model.fields ?? {}, {
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    id: false,
    autoCreate: false,
    autoIndex: false,
  });
  schema.pre(['updateOne', 'updateMany', 'findOneAndUpdate'], function validateUpdates() {
    this.setOptions({ runValidators: true });
  });
  for (const [keys, options] of model.indexes ?? []) schema.index(keys, options);
  return { name: model.name, collection: model.collection, schema };
}

/** The mongoose model on this connection; made on first use, so that `ensureIndexes` must come after. */
export function modelOn<Doc extends Stored>(
  connection: Connection,
  definition: ModelDefinition<Doc>,
): Model<Doc> {
  const existing = connection.models[definition.name] as unknown as Model<Doc> | undefined;
  return existing ?? connection.model<Doc>(definition.name, definition.schema, definition.collection);
}

/**
 * The driver's own collection, for hot paths: several times quicker than a mongoose document, and without its casts
 * and checks. Like `modelOn` it makes the model known to the connection, so that `ensureIndexes` builds its indexes. What is written
 * through it is told to the action that it is part of (rule 30).
 */
export function nativeOn<Doc extends Stored>(
  connection: Connection,
  definition: ModelDefinition<Doc>,
): mongo.Collection<Doc> {
  modelOn(connection, definition);
  const collection = connection.getClient().db(connection.name).collection<Doc>(definition.collection);
  // What the database forgets by itself – counters, sessions, copies – is nothing that somebody changed.
  const forgotten = definition.schema.indexes().some(([, options]) => 'expireAfterSeconds' in options);
  return forgotten ? collection : watched(collection);
}
