import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type OwedSupplier, withOwed } from './readSupplierAccount';
import { type SupplierDeps } from './supplierDeps';

/** Every supplier that was ever bought from, with what is owed to it. */
export async function listSupplierAccounts(deps: SupplierDeps, wish: PageWish): Promise<Page<OwedSupplier>> {
  const { items, ...more } = await deps.supplierAccounts.list(wish);
  return { ...more, items: await Promise.all(items.map((supplier) => withOwed(deps, supplier))) };
}
