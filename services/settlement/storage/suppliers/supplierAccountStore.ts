import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { SupplierId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { byId, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { type StoredSupplierAccount, SupplierAccountModel } from './purchaseModels';

/** A supplier, as it was called when it was bought from last. */
export type KnownSupplier = Pick<PurchaseOrder, 'supplierId' | 'supplierName' | 'supplierNameEn'>;

/** The suppliers that were ever bought from. */
export class SupplierAccountStore {
  readonly #accounts: mongo.Collection<StoredSupplierAccount>;

  constructor(connection: Connection) {
    this.#accounts = nativeOn(connection, SupplierAccountModel);
  }

  async know({ supplierId, supplierName, supplierNameEn }: KnownSupplier): Promise<void> {
    await this.#accounts.replaceOne(
      { _id: supplierId },
      { supplierName, ...(supplierNameEn === undefined ? {} : { supplierNameEn }) },
      { upsert: true },
    );
  }

  async find(supplierId: SupplierId): Promise<KnownSupplier | undefined> {
    const stored = await this.#accounts.findOne({ _id: supplierId });
    return stored ? toKnown(stored) : undefined;
  }

  /** By their ids. */
  list(wish: PageWish): Promise<Page<KnownSupplier>> {
    return pageByKey({
      order: [byId('_id', SupplierId, 'rising')],
      wish,
      find: (beyond) => this.#accounts.find(beyond),
      present: toKnown,
    });
  }
}

const toKnown = ({ _id, ...rest }: StoredSupplierAccount): KnownSupplier => ({ ...rest, supplierId: _id });
