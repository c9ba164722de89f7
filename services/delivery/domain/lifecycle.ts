import { type RouteStatus, type StopStatus } from '#shared/contracts/realtime';
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
