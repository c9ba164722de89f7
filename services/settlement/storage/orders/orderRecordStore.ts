import { type Connection, type mongo } from 'mongoose';
import { type CycleId, type OrderId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { commissionByLine, type OrderRecord } from '../../domain/orders/orderRecord';

/** What orders say of one order, in fen: added up by cycle without reading the orders. */
type Says = { readonly capturedFen: number; readonly returnedFen: number; readonly commissionFen: number };

type StoredRecord = Omit<OrderRecord, 'orderId'> & { _id: OrderId; says: Says };

const saysIndex = 'says';

const OrderRecordModel = defineModel<StoredRecord>({
  name: 'OrderRecord',
  collection: 'order_money',
  indexes: [
    [
      { cycleId: 1, 'says.capturedFen': 1, 'says.returnedFen': 1, 'says.commissionFen': 1 },
      { name: saysIndex },
    ],
  ],
});

/** What orders told of the money of each order, the newest of it. */
export class OrderRecordStore {
  readonly #records: mongo.Collection<StoredRecord>;

  constructor(connection: Connection) {
    this.#records = nativeOn(connection, OrderRecordModel);
  }

  async find(orderId: OrderId): Promise<OrderRecord | undefined> {
    const stored = await this.#records.findOne({ _id: orderId });
    return stored ? toRecord(stored) : undefined;
  }

  /** Writes `after` in place of `before`; false when somebody else wrote meanwhile. */
  async put(before: OrderRecord | undefined, after: OrderRecord): Promise<boolean> {
    const { orderId: _id, ...rest } = after;
    const stored = { _id, ...rest, says: saysOf(after) };
    if (before) {
      const { matchedCount } = await this.#records.replaceOne({ _id, version: before.version }, stored);
      return matchedCount === 1;
    }
    try {
      await this.#records.insertOne(stored);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** All of them, one after the other. */
  async *all(): AsyncIterable<OrderRecord> {
    for await (const stored of this.#records.find().sort({ _id: 1 })) yield toRecord(stored);
  }

  /** What orders say of the orders of a cycle together. */
  async saysOfCycle(cycleId: CycleId): Promise<Says> {
    const sum = (field: keyof Says) => ({ $sum: `$says.${field}` });
    const [says] = await this.#records
      .aggregate<Says>(
        [
          { $match: { cycleId } },
          {
            $group: {
              _id: null,
              capturedFen: sum('capturedFen'),
              returnedFen: sum('returnedFen'),
              commissionFen: sum('commissionFen'),
            },
          },
          { $project: { _id: 0 } },
        ],
        { hint: saysIndex },
      )
      .toArray();
    return says ?? { capturedFen: 0, returnedFen: 0, commissionFen: 0 };
  }
}

function toRecord({ _id, says: _says, ...rest }: StoredRecord): OrderRecord {
  return { orderId: _id, ...rest };
}

function saysOf({ money }: OrderRecord): Says {
  if (!money) return { capturedFen: 0, returnedFen: 0, commissionFen: 0 };
  const returned = money.refunds.filter(({ status }) => status === 'returned');
  return {
    capturedFen: money.payment.captured.amount,
    returnedFen: returned.reduce((sum, { amount }) => sum + amount.amount, 0),
    commissionFen: commissionByLine(money).reduce((sum, { fen }) => sum + fen, 0),
  };
}
