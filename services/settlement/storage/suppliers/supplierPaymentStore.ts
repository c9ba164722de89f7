import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type SupplierId, type SupplierPaymentId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { nativeOn } from '#shared/kit/mongo/models';
import { byNumber, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { type StoredSupplierPayment, SupplierPaymentModel } from './purchaseModels';

const atOnce = 200;

/** What suppliers were paid: added one after another, never changed. */
export class SupplierPaymentStore {
  readonly #payments: mongo.Collection<StoredSupplierPayment>;

  constructor(connection: Connection) {
    this.#payments = nativeOn(connection, SupplierPaymentModel);
  }

  async find(id: SupplierPaymentId): Promise<SupplierPayment | undefined> {
    const stored = await this.#payments.findOne({ _id: id });
    return stored ? toPayment(stored) : undefined;
  }

  /** By their ids, in no order. */
  async several(ids: readonly SupplierPaymentId[]): Promise<SupplierPayment[]> {
    return (await this.#payments.find({ _id: { $in: [...ids] } }).toArray()).map(toPayment);
  }

  /** The place of a supplier's newest payment; 0 without one. */
  async lastPlace(supplierId: SupplierId): Promise<number> {
    const [last] = await this.#payments.find({ supplierId }).sort({ place: -1 }).limit(1).toArray();
    return last?.place ?? 0;
  }

  /** Adds a payment. @returns false when it, or another one at its place, is there already */
  async add({ id, ...rest }: SupplierPayment): Promise<boolean> {
    try {
      await this.#payments.insertOne({ _id: id, ...rest, ledgerDue: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Which of some payments were taken back, and by what. */
  async reversalsOf(ids: readonly SupplierPaymentId[]): Promise<Map<SupplierPaymentId, SupplierPaymentId>> {
    const reversals = await this.#payments.find({ reverses: { $in: [...ids] } }).toArray();
    return new Map(reversals.flatMap(({ _id, reverses }) => (reverses ? [[reverses, _id] as const] : [])));
  }

  /** Newest first. */
  list(supplierId: SupplierId, wish: PageWish): Promise<Page<SupplierPayment>> {
    return pageByKey({
      order: [byNumber('place', 'falling')],
      wish,
      find: (beyond) => this.#payments.find({ supplierId, ...beyond }),
      present: toPayment,
    });
  }

  /** Some that the ledger does not hold yet; of one supplier when asked. */
  async owingEntries(supplierId?: SupplierId): Promise<SupplierPayment[]> {
    const stored = await this.#payments
      .find({ ledgerDue: true, ...(supplierId === undefined ? {} : { supplierId }) })
      .limit(atOnce)
      .toArray();
    return stored.map(toPayment);
  }

  /** The ledger holds these. */
  async posted(ids: readonly SupplierPaymentId[]): Promise<void> {
    if (ids.length > 0)
      await this.#payments.updateMany({ _id: { $in: [...ids] } }, { $set: { ledgerDue: false } });
  }

  async *all(): AsyncGenerator<SupplierPayment> {
    for await (const stored of this.#payments.find({}, { batchSize: 100 })) yield toPayment(stored);
  }
}

function toPayment({ _id, ledgerDue: _ledgerDue, ...rest }: StoredSupplierPayment): SupplierPayment {
  return { ...rest, id: _id };
}
