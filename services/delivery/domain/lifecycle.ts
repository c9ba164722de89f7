import { type PickupStatus } from '#shared/contracts/delivery/pickupViews';
import { type PlanStatus } from '#shared/contracts/delivery/planning';
import { RouteStatus, type StopStatus } from '#shared/contracts/realtime';
import { DomainError } from '#shared/kit/domainError';
import { type Resolution } from './route';

/** The whole life of a route: what may happen, from where, leading to what. */
export const routeTransitions = {
  edit: { from: ['planned'], to: 'planned' },
  /** Another courier goes on from where it is: whoever falls ill or leaves must not strand the goods. */
  takeOver: { from: ['planned', 'loading', 'under_way'], to: 'as it was' },
  load: { from: ['planned', 'loading'], to: 'loading' },
  depart: { from: ['loading'], to: 'under_way' },
  visit: { from: ['under_way'], to: 'under_way' },
  finish: { from: ['under_way'], to: 'finished' },
} as const satisfies Record<string, { from: readonly RouteStatus[]; to: RouteStatus | 'as it was' }>;

/** The whole life of a stop. */
export const stopTransitions = {
  arrive: { from: ['pending'], to: 'arrived' },
  handOver: { from: ['arrived'], to: 'handed_over' },
  fail: { from: ['pending', 'arrived'], to: 'failed' },
  tryAgain: { from: ['failed'], to: 'failed' },
  sendBack: { from: ['failed'], to: 'failed' },
} as const satisfies Record<string, { from: readonly StopStatus[]; to: StopStatus }>;

/** The whole life of a plan; each step is taken by whichever process comes to it. */
export const planTransitions = {
  /** What every pickup point gets was fetched and packed. */
  collect: { from: ['collecting'], to: 'to_plan' },
  /** It was decided who drives where, for the first time or anew. */
  decide: { from: ['to_plan', 'planned'], to: 'planning' },
  /** The routes that were decided stand. */
  write: { from: ['planning'], to: 'planned' },
  /** A newer version of the consolidation takes its place. */
  supersede: { from: ['collecting', 'to_plan', 'planning', 'planned'], to: 'superseded' },
} as const satisfies Record<string, { from: readonly PlanStatus[]; to: PlanStatus }>;

/** The whole life of a pickup code: it is made waiting. */
export const pickupTransitions = {
  /** Somebody else may collect with digits of their own, or no longer. */
  share: { from: ['waiting', 'ready'], to: 'as it was' },
  /** The leader has the goods. */
  open: { from: ['waiting'], to: 'ready' },
  /** Nobody came in time. */
  fallDue: { from: ['ready'], to: 'ready' },
  /** Nobody came in time, and the goods wait on. */
  keep: { from: ['ready'], to: 'ready' },
  /** Nobody came in time, and the goods go elsewhere. */
  giveUp: { from: ['ready'], to: 'void' },
  /** Whoever presented it got the goods. */
  redeem: { from: ['ready'], to: 'redeemed' },
  /** Nothing of the order is left to collect. */
  end: { from: ['waiting', 'ready'], to: 'void' },
} as const satisfies Record<string, { from: readonly PickupStatus[]; to: PickupStatus | 'as it was' }>;

/** A courier has begun them: they are planned no more. */
export const begunRoutes: readonly RouteStatus[] = RouteStatus.options.filter(
  (status) => !(routeTransitions.edit.from as readonly RouteStatus[]).includes(status),
);
/** Plans that somebody works on: whoever finds one abandoned ends that work. */
export const plansAtWork: readonly PlanStatus[] = [
  ...planTransitions.collect.from,
  ...planTransitions.write.from,
];

export type PickupAction = keyof typeof pickupTransitions;

/** Whether a pickup code of this status allows `action`. */
export const pickupCan = (action: PickupAction, status: PickupStatus): boolean =>
  (pickupTransitions[action].from as readonly PickupStatus[]).includes(status);

export type PlanAction = keyof typeof planTransitions;
export type RouteAction = keyof typeof routeTransitions;
export type StopAction = keyof typeof stopTransitions;
type RouteFrom<A extends RouteAction> = (typeof routeTransitions)[A]['from'][number];
type StopFrom<A extends StopAction> = (typeof stopTransitions)[A]['from'][number];

/** Narrows `route` to the statuses that allow `action`, or refuses. */
export function assertRouteCan<A extends RouteAction, R extends { readonly status: RouteStatus }>(
  action: A,
  route: R,
): asserts route is Extract<R, { readonly status: RouteFrom<A> }> {
  const allowed: readonly RouteStatus[] = routeTransitions[action].from;
  if (!allowed.includes(route.status)) throw new RouteActionNotAllowed(action, route.status);
}

/** Narrows `stop` to the statuses that allow `action`, or refuses. */
export function assertStopCan<A extends StopAction, S extends { readonly status: StopStatus }>(
  action: A,
  stop: S,
): asserts stop is Extract<S, { readonly status: StopFrom<A> }> {
  const allowed: readonly StopStatus[] = stopTransitions[action].from;
  if (!allowed.includes(stop.status)) throw new StopActionNotAllowed(action, stop.status);
}

export class RouteActionNotAllowed extends DomainError {
  override readonly name = 'RouteActionNotAllowed';
  override readonly code = 'ROUTE_ACTION_NOT_ALLOWED';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(action: RouteAction, status: RouteStatus) {
    super(`Cannot ${action} a route that is ${status}`);
    this.details = { action, status };
  }
}

export class StopActionNotAllowed extends DomainError {
  override readonly name = 'StopActionNotAllowed';
  override readonly code = 'STOP_ACTION_NOT_ALLOWED';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(action: StopAction | 'receive', status: StopStatus | 'received' | Resolution['kind']) {
    super(`Cannot ${action} a stop that is ${status}`);
    this.details = { action, status };
  }
}
