import { type Connection, type mongo } from 'mongoose';
import { type AccountId, type LineId, type OrderId } from '#shared/contracts/ids';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';

/** An entry of the ledger of commission that orders kept before there was settlement. */
export type FormerEntry = {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly sequence: number;
  readonly leaderAccountId: AccountId;
  readonly fen: number;
  readonly baseFen: number;
  readonly basisPoints: number;
  readonly withdrawableFrom: Date;
  readonly postedAt: Date;
};

const FormerEntryModel = defineModel<FormerEntry & { _id: string }>({
  name: 'FormerEntry',
  collection: 'ledger_entries',
  indexes: [[{ orderId: 1 }]],
});

/** The former ledger: nothing is added to it any more, and settlement has a copy of all of it. */
export class FormerLedgerStore {
  readonly #entries: mongo.Collection<FormerEntry & { _id: string }>;

  constructor(mongo: Connection) {
    this.#entries = nativeOn(mongo, FormerEntryModel);
  }

  /** What was written down of these orders, line by line in the order in which it was. */
  ofOrders(orderIds: readonly OrderId[]): Promise<FormerEntry[]> {
    return this.#entries
      .find({ orderId: { $in: [...orderIds] } })
      .sort({ orderId: 1, lineId: 1, sequence: 1 })
      .toArray();
  }
}
