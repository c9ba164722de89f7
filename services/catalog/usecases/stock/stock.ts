import { type CycleId } from '#shared/contracts/ids';
import { confirmReservation } from './confirmReservation';
import { leaveReservation } from './leaveReservation';
import { putHoldsAside } from './putHoldsAside';
import { releaseReservation } from './releaseReservation';
import { reserve } from './reserve';
import { returnLines } from './returnLines';
import { settler } from './settle';
import { type StockDeps } from './stockDeps';
import { stockSweeper } from './stockSweeper';

/** Everything that moves stock between available, held and sold. */
export function createStock(deps: StockDeps) {
  const settle = settler(deps);
  const aside = putHoldsAside(deps);
  const reserving = reserve(deps, aside);
  const confirming = confirmReservation(deps, settle);
  const releasing = releaseReservation(deps, settle);
  const leaving = leaveReservation(deps, releasing);
  return {
    reserve: reserving.reserve,
    confirm: confirming.confirm,
    release: releasing.release,
    leave: leaving.leave,
    returnLines: returnLines(deps, settle),
    ...stockSweeper(deps, settle, releasing),
    putAllAside: (cycleIds: readonly CycleId[]) => aside.putAllAside(cycleIds),
    forgetPages: aside.forgetPages,
    /** Refuses what is new and finishes what was asked. */
    async close() {
      await Promise.all([reserving.close(), confirming.close(), releasing.close(), leaving.close()]);
      await aside.close();
    },
  };
}

export type Stock = ReturnType<typeof createStock>;
