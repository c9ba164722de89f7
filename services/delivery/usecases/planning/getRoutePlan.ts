import { type Bilingual } from '#shared/contracts/common';
import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PlanDoc } from '../../storage/documents';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { type Left, stopsToPlan } from './stopsToPlan';

export type RoutePlan = {
  readonly plan: PlanDoc;
  readonly routes: readonly StoredRoute[];
  /** What no route visits. */
  readonly left: readonly {
    readonly pickupPointId: Left['pickupPointId'];
    readonly why: Left['why'] | 'not_planned_yet';
    readonly name?: Bilingual;
  }[];
};

/** A plan with its routes, and what no route visits. */
export async function getRoutePlan(deps: DeliveryDeps, id: ConsolidationId): Promise<RoutePlan> {
  const { store } = deps;
  const plan = found(await store.plans.find(id)) as PlanDoc;
  const routes = await store.routes.ofPlan(id);
  const planned = new Set(routes.flatMap(({ route }) => route.stops.map((stop) => stop.stopId)));
  const { stops, left } = await stopsToPlan(deps, plan, plan.departAt ?? plan.frozenAt);
  const open = stops.filter(({ stopId }) => !planned.has(stopId)).map(({ stopId }) => stopId);
  const loads = await store.plans.findLoads(open);
  const unplanned = loads.map(({ pickupPointId }) => ({ pickupPointId, why: 'not_planned_yet' as const }));
  const all = [...left, ...unplanned];
  const points = await store.points.findMany(all.map(({ pickupPointId }) => pickupPointId));
  const names = new Map(points.map(({ _id, name }) => [_id, name]));
  return {
    plan,
    routes,
    left: all.map(({ pickupPointId, why }) => {
      const name = names.get(pickupPointId);
      return { pickupPointId, why, ...(name ? { name } : {}) };
    }),
  };
}
