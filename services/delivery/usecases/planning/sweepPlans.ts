import { type DeliveryDeps } from '../deps';
import { collectLoads } from './collectLoads';
import { finishMove } from '../routes/moveStop';
import { writeSecondTries } from '../stops/tryStopAgain';
import { writeRoutes } from './writeRoutes';

const abandonedAfterMs = 60_000;

/** Ends what a process began and did not finish: loads being fetched, routes being written, stops between two routes,
 * second tries. */
export async function sweepPlans(deps: DeliveryDeps, now: Date): Promise<void> {
  const before = new Date(now.getTime() - abandonedAfterMs);
  for (const plan of await deps.store.plans.unfinished(before))
    await (plan.status === 'planning' ? writeRoutes(deps, plan) : collectLoads(deps, plan)).catch(
      (error: unknown) => {
        deps.log.error({ err: error, consolidationId: plan._id }, 'a plan could not be finished');
      },
    );
  for (const stored of await deps.store.routes.stillLeaving()) await finishMove(deps, stored);
  for (const stored of await deps.store.routes.owingSecondTries()) await writeSecondTries(deps, stored);
}
