import { type BodyOf } from '#shared/contracts/endpoint';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type SupplierId } from '#shared/contracts/ids';
import { type Supplier } from '../../domain/range';
import { type RangeStore } from '../../storage/range';
import { type RefreshOffers } from '../offers/refreshOffers';

type Fields = BodyOf<typeof rangeApi.addSupplier>;
type Changes = BodyOf<typeof rangeApi.changeSupplier>;

export const manageSuppliers = (range: RangeStore, refresh: RefreshOffers) => ({
  add: (supplierId: SupplierId, fields: Fields): Promise<Supplier> =>
    range.insert('suppliers', { _id: supplierId, ...given(fields), version: 1, offersStale: false }),

  /** The mark that its offers are stale is part of the change: after a crash the sweeper refreshes them. */
  async change(supplierId: SupplierId, { version, ...changes }: Changes): Promise<Supplier> {
    const supplier = await range.edit('suppliers', supplierId, version, { ...changes, offersStale: true });
    await refresh.ofSupplier(supplier);
    return supplier;
  },
});

const given = ({ name, contactName, phone, licence }: Fields) => ({
  name,
  ...(contactName === undefined ? {} : { contactName }),
  ...(phone === undefined ? {} : { phone }),
  ...(licence === undefined ? {} : { licence }),
});
