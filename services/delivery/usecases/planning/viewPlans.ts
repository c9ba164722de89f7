import { type RoutePlanCard, type RoutePlanView } from '#shared/contracts/delivery/planning';
import { found } from '#shared/kit/domainError';
import { type ConsolidationId } from '#shared/contracts/ids';
import { type PlanDoc } from '../../storage/documents';
import { routeCard } from '../../views/routes';
import { type Delivery } from '../delivery';
import { stopsToPlan } from './stopsToPlan';

export const planCard = (plan: PlanDoc, routes = plan.tours?.length ?? 0): RoutePlanCard => ({
  consolidationId: plan._id,
  cityId: plan.cityId,
  cycleId: plan.cycleId,
  pickupDate: plan.pickupDate,
  status: plan.status,
  version: plan.version,
  stops: plan.totals.stops,
  orders: plan.totals.orders,
  crates: { ambient: plan.totals.ambient, cold: plan.totals.cold },
  routes,
  frozenAt: plan.frozenAt.toISOString(),
});

/** A plan with its routes, and what no route visits. */
export async function viewPlan(delivery: Delivery, id: ConsolidationId): Promise<RoutePlanView> {
  const { store } = delivery;
  const plan = found(await store.plans.find(id)) as PlanDoc;
  const routes = await store.routes.ofPlan(id);
  const planned = new Set(routes.flatMap(({ route }) => route.stops.map((stop) => stop.stopId)));
  const { stops, left } = await stopsToPlan(delivery, plan, plan.departAt ?? plan.frozenAt);
  const open = stops.filter(({ stopId }) => !planned.has(stopId)).map(({ stopId }) => stopId);
  const loads = await store.plans.findLoads(open);
  const unplanned = loads.map(({ pickupPointId }) => ({ pickupPointId, why: 'not_planned_yet' as const }));
  const all = [...left, ...unplanned];
  const names = new Map(
    (await store.points.findMany(all.map(({ pickupPointId }) => pickupPointId))).map(({ _id, name }) => [
      _id,
      name,
    ]),
  );
  return {
    plan: planCard(plan, routes.length),
    routes: routes.map(routeCard),
    left: all.map(({ pickupPointId, why }) => {
      const name = names.get(pickupPointId);
      return { pickupPointId, why, ...(name ? { name } : {}) };
    }),
  };
}
