import { type CycleId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type BookOrder } from '../../storage/stockBooks';
import { type CatalogDeps } from '../deps';

type Wanted = PageWish & { readonly sort: BookOrder };

/**
 * Where all stock of a cycle is. Figures of one offer are of one moment; those of two offers may be moments apart.
 * @throws {Refused} NOT_FOUND
 */
export async function readStockBooks(
  { cycles, stockBooks }: Pick<CatalogDeps, 'cycles' | 'stockBooks'>,
  cycleId: CycleId,
  { sort, ...wanted }: Wanted,
) {
  await cycles.one(cycleId);
  const [totals, offers] = await Promise.all([
    stockBooks.totals(cycleId),
    stockBooks.page(cycleId, wanted, sort),
  ]);
  return { cycleId, totals, balanced: totals.wrong === 0, offers };
}
