import { type Delivery } from '../delivery';
import { collectLoads } from './collectLoads';
import { finishMove } from './moveStop';
import { writeSecondTries } from './trySecondTime';
import { writeRoutes } from './writeRoutes';

const abandonedAfterMs = 60_000;

/** Ends what a process began and did not finish: loads being fetched, routes being written, stops between two routes,
 * second tries. */
export async function sweepPlans(delivery: Delivery, now: Date): Promise<void> {
  const before = new Date(now.getTime() - abandonedAfterMs);
  for (const plan of await delivery.store.plans.unfinished(before))
    await (plan.status === 'planning' ? writeRoutes(delivery, plan) : collectLoads(delivery, plan)).catch(
      (error: unknown) => {
        delivery.log.error({ err: error, consolidationId: plan._id }, 'a plan could not be finished');
      },
    );
  for (const stored of await delivery.store.routes.stillLeaving()) await finishMove(delivery, stored);
  for (const stored of await delivery.store.routes.owingSecondTries())
    await writeSecondTries(delivery, stored);
}
