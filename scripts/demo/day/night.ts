import { type RouteView } from '../../../shared/contracts/delivery/routes';
import { type ConsolidationId } from '../../../shared/contracts/ids';
import { type Courier } from '../actors/courier';
import { type WeighingTask } from '../actors/operator';
import { waitFor } from '../actors/waiting';
import { count } from '../narrator';
import { type Stage } from './stage';

/** A courier with the route of today. */
export type Trip = { readonly courier: Courier; readonly route: RouteView };

/** The scales: lighter and heavier than the label says, one far beyond what was authorised. */
const shares = [0.92, 1.04, 0.97, 1.21, 1] as const;

/** Every weighed line gets its real weight; money is taken for that, never more than was authorised. */
export async function weigh(stage: Stage, consolidationId: ConsolidationId): Promise<void> {
  const { narrator, operator, record } = stage;
  const tasks = await waitFor('the weighing tasks', async () => {
    const open = await operator.weighingTasks(consolidationId);
    return open.length > 0 ? open : undefined;
  });
  const weights = tasks.map((task, at) => ({
    orderId: task.orderId,
    lineId: task.lineId,
    grams: gramsOf(task, at),
  }));
  const { recorded, refused } = await operator.recordWeights(consolidationId, weights);
  narrator.say(
    `${count(recorded, 'melon line')} weighed${refused.length > 0 ? `, ${refused.length} refused` : ''}: charged for the real weight, never more than authorised.`,
  );
  const captured = record.orders.filter(({ paid, ends }) => paid && ends === 'collected');
  for (const { orderId, shopper } of captured)
    await waitFor(`the capture of ${orderId}`, async () => {
      const { status } = await shopper.api.orders.getPayment({ params: { orderId } });
      return status === 'captured' ? true : undefined;
    });
  narrator.say(`The payments of ${count(captured.length, 'order')} are taken, each once.`);
}

/** `nominalGrams` of a task is that of the whole line. */
const gramsOf = ({ nominalGrams }: WeighingTask, at: number): number =>
  Math.round(nominalGrams * (shares[at % shares.length] ?? 1));

/** Who drives where in which order. */
export async function planRoutes(stage: Stage, consolidationId: ConsolidationId): Promise<Trip[]> {
  const { narrator, operator, warehouse, couriers } = stage;
  const ids = couriers.map(({ accountId }) => accountId);
  const { routes } = await operator.planRoutes(consolidationId, warehouse.facilityId, ids);
  const trips = await Promise.all(
    couriers.map(async (courier) => ({ courier, route: await courier.route(consolidationId) })),
  );
  for (const { courier, stops, crates, distanceMetres } of routes)
    narrator.say(
      `Route for ${courier.displayName}: ${count(stops, 'stop')}, ${count(crates.total, 'crate')}, ${(distanceMetres / 1000).toFixed(1)} km.`,
    );
  return trips.flatMap(({ courier, route }) => (route ? [{ courier, route }] : []));
}
