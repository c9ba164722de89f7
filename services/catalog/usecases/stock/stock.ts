import { confirmReservation } from './confirmReservation';
import { releaseReservation } from './releaseReservation';
import { reserveStock } from './reserveStock';
import { returnLines } from './returnLines';
import { settler } from './settle';
import { type StockDeps } from './stockDeps';
import { stockSweeper } from './sweepStock';

/** Everything that moves stock between available, held and sold. */
export function createStock(deps: StockDeps) {
  const settle = settler(deps);
  const reserving = reserveStock(deps);
  const confirming = confirmReservation(deps, settle);
  const releasing = releaseReservation(deps, settle);
  return {
    reserve: reserving.reserve,
    confirm: confirming.confirm,
    release: releasing.release,
    returnLines: returnLines(deps, settle),
    ...stockSweeper(deps, settle, releasing),
    /** Refuses what is new and finishes what was asked. */
    async close() {
      await Promise.all([reserving.close(), confirming.close(), releasing.close()]);
    },
  };
}

export type Stock = ReturnType<typeof createStock>;
