import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type RoutePlanCard } from '#shared/contracts/delivery/planning';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';

/** How a city stands, as far as it is known. */
export type Standing = {
  readonly cycle: Cycle | undefined;
  readonly next: Cycle | undefined;
  readonly consolidation: ConsolidationView | undefined;
  readonly plan: RoutePlanCard | undefined;
  /** Of the latest plan. */
  readonly routes: { readonly waiting: number; readonly underWay: number; readonly finished: number };
  readonly failed: FailedVisits;
  readonly applications: number;
  readonly overdue: number;
};

/** Visits that failed and wait for a decision, and a route that has one. */
export type FailedVisits = {
  readonly n: number;
  readonly route: Pick<RouteCard, 'routeId' | 'consolidationId'> | undefined;
};

/** What an operator should do now. */
export type NextStep =
  | { readonly kind: 'decide'; readonly n: number }
  | { readonly kind: 'plan_routes'; readonly n: number }
  | { readonly kind: 'weigh'; readonly n: number }
  | { readonly kind: 'overdue'; readonly n: number }
  | { readonly kind: 'applications'; readonly n: number }
  | { readonly kind: 'plan_cycle'; readonly n: 0 }
  | { readonly kind: 'watch'; readonly n: number };

/** Goods that nobody took spoil. Then what holds up couriers comes first, then neighbours who wait, then people who want to begin, then the days to come. */
export const nextStep = (standing: Standing): NextStep => {
  const { cycle, next, consolidation, plan, routes, failed, applications, overdue } = standing;
  if (failed.n > 0) return { kind: 'decide', n: failed.n };
  if (plan?.status === 'to_plan') return { kind: 'plan_routes', n: plan.stops };
  if (consolidation && consolidation.weighedLinesOpen > 0)
    return { kind: 'weigh', n: consolidation.weighedLinesOpen };
  if (overdue > 0) return { kind: 'overdue', n: overdue };
  if (applications > 0) return { kind: 'applications', n: applications };
  if (!cycle && !next) return { kind: 'plan_cycle', n: 0 };
  return { kind: 'watch', n: routes.underWay };
};
