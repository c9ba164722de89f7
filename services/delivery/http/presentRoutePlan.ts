import { type RoutePlanCard, type RoutePlanView } from '#shared/contracts/delivery/planning';
import { type PlanDoc } from '../storage/documents';
import { type RoutePlan } from '../usecases/planning/getRoutePlan';
import { presentRouteCard } from './presentRoute';

/** A plan in a list. */
export const presentRoutePlanCard = (plan: PlanDoc, routes = plan.tours?.length ?? 0): RoutePlanCard => ({
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
export const presentRoutePlan = ({ plan, routes, left }: RoutePlan): RoutePlanView => ({
  plan: presentRoutePlanCard(plan, routes.length),
  routes: routes.map(presentRouteCard),
  left: [...left],
});
