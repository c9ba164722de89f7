import { type Connection, type mongo } from 'mongoose';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';

/** How far the walk through what was before settlement has come. */
export type Progress = { readonly isOver: boolean; readonly cursor?: string };

type StoredProgress = Progress & { _id: 'orders' };

const MoveInModel = defineModel<StoredProgress>({ name: 'MoveIn', collection: 'move_in' });

export class MoveInStore {
  readonly #moves: mongo.Collection<StoredProgress>;

  constructor(connection: Connection) {
    this.#moves = nativeOn(connection, MoveInModel);
  }

  async progress(): Promise<Progress> {
    return (await this.#moves.findOne({ _id: 'orders' })) ?? { isOver: false };
  }

  /** Two processes may walk at the same time: who is over stays over. */
  async note({ isOver, cursor }: Progress): Promise<void> {
    await this.#moves.updateOne(
      { _id: 'orders' },
      isOver ? { $set: { isOver } } : { $set: { cursor: cursor ?? '' }, $setOnInsert: { isOver } },
      { upsert: true },
    );
  }
}
