import { type Connection, type mongo } from 'mongoose';
import { type CycleId } from '#shared/contracts/ids';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { nativeOn } from '#shared/kit/mongo/models';
import { type Bought } from '../../domain/suppliers/makePurchaseOrder';
import { PurchaseRoundModel, type StoredRound } from './purchaseModels';

/** Which version of a round's consolidation is the newest that was told of: purchase orders follow that one. */
export class PurchaseRoundStore {
  readonly #rounds: mongo.Collection<StoredRound>;

  constructor(connection: Connection) {
    this.#rounds = nativeOn(connection, PurchaseRoundModel);
  }

  /** Notes a version, unless a newer one is known. */
  async note({ cycleId, ...bought }: Bought): Promise<void> {
    await guardedUpsert(() =>
      this.#rounds.updateOne(
        { _id: cycleId, consolidationVersion: { $lt: bought.consolidationVersion } },
        { $set: bought },
        { upsert: true },
      ),
    );
  }

  async find(cycleId: CycleId): Promise<Bought | undefined> {
    const stored = await this.#rounds.findOne({ _id: cycleId });
    return stored ? toBought(stored) : undefined;
  }
}

const toBought = ({ _id, ...rest }: StoredRound): Bought => ({ ...rest, cycleId: _id });
