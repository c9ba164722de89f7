import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type CycleId, PurchaseOrderId, type SupplierId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { nativeOn } from '#shared/kit/mongo/models';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { PurchaseOrderModel, type StoredPurchaseOrder } from './purchaseModels';

/** Which purchase orders are wanted. */
export type PurchaseSearch = {
  readonly cycleId?: CycleId | undefined;
  readonly supplierId?: SupplierId | undefined;
};

const maxTries = 20;
const atOnce = 50;

/** Purchase orders: each is one document, and whatever happens to it is decided on the version that is written over. */
export class PurchaseOrderStore {
  readonly #orders: mongo.Collection<StoredPurchaseOrder>;

  constructor(connection: Connection) {
    this.#orders = nativeOn(connection, PurchaseOrderModel);
  }

  async find(id: PurchaseOrderId): Promise<PurchaseOrder | undefined> {
    const stored = await this.#orders.findOne({ _id: id });
    return stored ? toPurchaseOrder(stored) : undefined;
  }

  /** By their ids, in no order; unknown ones are left out. */
  async several(ids: readonly PurchaseOrderId[]): Promise<PurchaseOrder[]> {
    const stored = await this.#orders.find({ _id: { $in: [...new Set(ids)] } }).toArray();
    return stored.map(toPurchaseOrder);
  }

  /** Adds one. @returns false when it is there already */
  async add({ id, ...rest }: PurchaseOrder): Promise<boolean> {
    try {
      await this.#orders.insertOne({ _id: id, ...rest });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /**
   * Writes what `decide` makes of a purchase order. Where somebody else was faster, it decides again; where nothing changes, nothing is
   * written.
   * @throws {Refused} NOT_FOUND, and whatever `decide` refuses
   */
  async change(id: PurchaseOrderId, decide: (order: PurchaseOrder) => PurchaseOrder): Promise<PurchaseOrder> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const before = found(await this.find(id));
      const decided = decide(before);
      if (decided === before) return before;
      const after = { ...decided, version: before.version + 1 };
      const { id: _id, ...rest } = after;
      const { matchedCount } = await this.#orders.replaceOne({ _id, version: before.version }, rest);
      if (matchedCount === 1) return after;
    }
    throw new Overloaded(`read and write the purchase order ${id}`, maxTries);
  }

  /** Newest first. */
  list(search: PurchaseSearch, wish: PageWish): Promise<Page<PurchaseOrder>> {
    const filter = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
    return pageByKey({
      order: newestFirst('madeAt', PurchaseOrderId),
      wish,
      find: (beyond) => this.#orders.find({ ...filter, ...beyond }),
      present: toPurchaseOrder,
    });
  }

  async ofRound(cycleId: CycleId): Promise<PurchaseOrder[]> {
    return (await this.#orders.find({ cycleId }).toArray()).map(toPurchaseOrder);
  }

  /** Those of a supplier that were made in a period, oldest first. */
  async orderedBetween(supplierId: SupplierId, from: string, to: string): Promise<PurchaseOrder[]> {
    const stored = await this.#orders
      .find({ supplierId, orderedOn: { $gte: from, $lte: to } })
      .sort({ orderedOn: 1 })
      .toArray();
    return stored.map(toPurchaseOrder);
  }

  /** Some whose receipts the ledger does not hold yet. */
  async owingEntries(): Promise<PurchaseOrder[]> {
    return (await this.#orders.find({ ledgerDue: true }).limit(atOnce).toArray()).map(toPurchaseOrder);
  }

  /** Those whose mail is to be tried by now. */
  async owingMail(now: Date): Promise<PurchaseOrder[]> {
    const stored = await this.#orders
      .find({ 'mailDue.at': { $lte: now } })
      .limit(atOnce)
      .toArray();
    return stored.map(toPurchaseOrder);
  }

  async *all(): AsyncGenerator<PurchaseOrder> {
    for await (const stored of this.#orders.find({}, { batchSize: 100 })) yield toPurchaseOrder(stored);
  }
}

function toPurchaseOrder({ _id, ...rest }: StoredPurchaseOrder): PurchaseOrder {
  return { ...rest, id: _id };
}
