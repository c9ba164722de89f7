import { isDeepStrictEqual } from 'node:util';
import { type Connection, type mongo } from 'mongoose';
import { type Page } from '../../contracts/common';
import { isRefusal } from '../client/remoteProblem';
import { type Clock } from '../clock';
import { defineModel, nativeOn } from './models';

type Copy<Value> = { _id: string; value: Value; readAt: Date };

type Options<Key extends string, Value> = {
  /** The name of the collection. */
  readonly collection: string;
  readonly keyOf: (value: Value) => Key;
  readonly now: Clock;
  /** What was read longer ago is used no more, in ms. Unless given, it is used for ever. */
  readonly usableMs?: number;
};

/**
 * Copies of what another service knows, kept in our own database: for a process that starts while the other one is away. As long as it
 * answers, nobody reads them.
 */
export class KeptCopies<Key extends string, Value extends object> {
  readonly #copies: mongo.Collection<Copy<Value>>;
  readonly #options: Options<Key, Value>;

  constructor(connection: Connection, options: Options<Key, Value>) {
    const { collection } = options;
    const model = defineModel<Copy<Value>>({ name: `Copy:${collection}`, collection });
    this.#copies = nativeOn(connection, model);
    this.#options = options;
  }

  /** Keeps `values` as they are now. What is known already is not written again: only, in one write, that it was read. */
  async keep(values: readonly Value[]): Promise<void> {
    if (values.length === 0) return;
    const readAt = this.#options.now();
    const told = new Map(values.map((value) => [this.#options.keyOf(value) as string, value]));
    const known = await this.#copies.find({ _id: { $in: [...told.keys()] } }).toArray();
    const same = known.filter(({ _id, value }) => isDeepStrictEqual(value, told.get(_id)));
    for (const { _id } of same) told.delete(_id);
    await this.#copies.bulkWrite(
      [
        ...(same.length === 0
          ? []
          : [
              {
                updateMany: {
                  filter: { _id: { $in: same.map(({ _id }) => _id) } },
                  update: { $set: { readAt } as never },
                },
              },
            ]),
        ...[...told].map(([_id, value]) => ({
          updateOne: { filter: { _id }, update: { $set: { value, readAt } as never }, upsert: true },
        })),
      ],
      { ordered: false },
    );
  }

  /**
   * Keeps everything that the other service knows, page by page.
   * @returns whether something is left to be read, since it could not tell all of it: to be asked again soon.
   */
  async keepAll(read: (cursor: string | undefined) => Promise<Page<Value>>): Promise<boolean> {
    let cursor: string | undefined;
    try {
      do {
        const { items, nextCursor } = await read(cursor);
        await this.keep(items);
        cursor = nextCursor;
      } while (cursor !== undefined);
      return false;
    } catch (error) {
      if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
      return true;
    }
  }

  /** The copies of `keys` that may still be used. */
  async find(keys: readonly Key[]): Promise<Value[]> {
    const { now, usableMs } = this.#options;
    const from = usableMs === undefined ? new Date(0) : new Date(now().getTime() - usableMs);
    const found = await this.#copies.find({ _id: { $in: [...keys] } }).toArray();
    return found.filter(({ readAt }) => readAt >= from).map(({ value }) => value);
  }
}
