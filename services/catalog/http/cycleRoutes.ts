import { type cyclesApi } from '#shared/contracts/catalog/cycles';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { listCycles } from '../usecases/cycles/listCycles';
import { readCurrentCycle } from '../usecases/cycles/readCurrentCycle';
import { readCycle } from '../usecases/cycles/readCycle';
import { rescheduleCycle } from '../usecases/cycles/rescheduleCycle';
import { scheduleCycle } from '../usecases/cycles/scheduleCycle';
import { type CatalogDeps } from '../usecases/deps';
import { copyOffers } from '../usecases/offers/copyOffers';
import { readStockBooks } from '../usecases/stock/readStockBooks';
import { presentCycle } from './presentCycle';

/** Cycles, and what is done with all offers of one. */
export const cycleRoutes = (deps: CatalogDeps): Handlers<typeof cyclesApi> => ({
  readCurrentCycle: async ({ query }) => {
    const { cityId, cycle, next, at } = await readCurrentCycle(deps, query);
    const shown = { cycle: cycle && presentCycle(cycle), next: next && presentCycle(next) };
    return { cityId, ...shown, serverTime: at.toISOString() };
  },
  listCycles: async ({ query }) => presentPage(await listCycles(deps, query), presentCycle),
  scheduleCycle: async ({ key, body }) => presentCycle(await scheduleCycle(deps, key.newId('cyc'), body)),
  readCycle: async ({ params }) => presentCycle(await readCycle(deps, params.cycleId)),
  rescheduleCycle: async ({ params, body }) =>
    presentCycle(await rescheduleCycle(deps, params.cycleId, body)),
  copyOffers: ({ params, body }) => copyOffers(deps, params.cycleId, body.fromCycleId),
  readStockBooks: ({ params, query }) => readStockBooks(deps, params.cycleId, query),
});
