import { type CycleId } from '#shared/contracts/ids';
import { type CycleStore } from '../../storage/cycles';
import { type PageWanted } from '../../storage/pages';
import { type BookOrder, type StockBookStore } from '../../storage/stockBooks';

/** Where all stock of a cycle is. Figures of one offer are of one moment; those of two offers may be moments apart. */
export const readStockBooks =
  ({ cycles, books }: { cycles: CycleStore; books: StockBookStore }) =>
  async (cycleId: CycleId, { sort, ...wanted }: PageWanted & { readonly sort: BookOrder }) => {
    await cycles.one(cycleId);
    const [totals, offers] = await Promise.all([books.totals(cycleId), books.page(cycleId, wanted, sort)]);
    return { cycleId, totals, balanced: totals.wrong === 0, offers };
  };
