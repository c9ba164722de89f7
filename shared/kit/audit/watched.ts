import { type mongo } from 'mongoose';
import { type Action, currentAction } from './action';

type Stored = { _id: string };
type Filter = { readonly _id?: unknown } & Readonly<Record<string, unknown>>;

/** So many documents of one write are looked at; a write of more names how many it was by its own record. */
const maxDocuments = 50;

/**
 * Runs `write` of the documents that `filters` find. Within an action the documents are read before and after it and told to the action;
 * outside of one nothing is read. What another process writes between the two reads is told, too: writes are guarded by what was seen, so
 * that is rare, and it is never less than what was changed.
 */
export async function watchedWrite<Doc extends Stored, R>(
  collection: mongo.Collection<Doc>,
  filters: readonly Filter[],
  write: () => Promise<R>,
): Promise<R> {
  const action = currentAction();
  if (!action || filters.length === 0) return write();
  if (!(await action.writes())) return write();
  const before = await read(collection, filters.length === 1 ? (filters[0] ?? {}) : oneOf(filters));
  const result = await write();
  const ids = [...new Set([...before.keys(), ...filters.flatMap(({ _id }) => (isId(_id) ? [_id] : []))])];
  tell(action, collection.collectionName, before, await read(collection, { _id: { $in: ids } }));
  return result;
}

const isId = (id: unknown): id is string => typeof id === 'string';

/** One question for many filters: by their ids alone where all name one. */
function oneOf(filters: readonly Filter[]): Filter {
  const ids = filters.map(({ _id }) => _id).filter(isId);
  return ids.length === filters.length
    ? { _id: { $in: ids.slice(0, maxDocuments) } }
    : { $or: filters.slice(0, maxDocuments) };
}

async function read<Doc extends Stored>(
  collection: mongo.Collection<Doc>,
  filter: Filter,
): Promise<Map<string, unknown>> {
  const found = await collection
    .find(filter as mongo.Filter<Doc>)
    .limit(maxDocuments)
    .toArray();
  return new Map(found.map((document) => [document._id, document]));
}

function tell(
  action: Action,
  collection: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): void {
  for (const documentId of new Set([...before.keys(), ...after.keys()]))
    action.wrote({
      ...{ collection, documentId },
      ...{ before: before.get(documentId), after: after.get(documentId) },
    });
}

type Operation = Readonly<
  Record<string, { readonly filter?: Filter; readonly document?: Filter } | undefined>
>;

/** What one operation of a `bulkWrite` is about. */
const filterOf = (operation: Operation): Filter => {
  const { filter, document } = Object.values(operation)[0] ?? {};
  return filter ?? { _id: document?._id };
};

/**
 * `collection` with writes that tell the action they belong to. The collection itself is changed: its own `insertMany` goes through
 * `bulkWrite`, and so is watched as well.
 */
export function watched<Doc extends Stored>(collection: mongo.Collection<Doc>): mongo.Collection<Doc> {
  const byFilter = [
    ...(['updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany'] as const),
    ...(['findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'] as const),
  ];
  const target = collection as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const watch = (name: string, filtersOf: (first: unknown) => readonly Filter[]): void => {
    const own = target[name]?.bind(collection);
    if (!own) throw new Error(`collections have no ${name}`);
    target[name] = (...args) =>
      currentAction() ? watchedWrite(collection, filtersOf(args[0]), () => own(...args)) : own(...args);
  };
  for (const name of byFilter) watch(name, (filter) => [filter as Filter]);
  watch('insertOne', (document) => [{ _id: (document as Filter)._id }]);
  watch('bulkWrite', (operations) => (operations as readonly Operation[]).map(filterOf));
  return collection;
}
