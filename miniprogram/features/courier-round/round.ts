import { type RouteCard, type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type OperationId, type OperationInput } from '@/client/contracts';
import { type QueuedAction } from '@/client/queue';

const urgency: readonly RouteCard['status'][] = ['under_way', 'loading', 'planned', 'finished'];

/** The route to work on: the one under way, else the next to be loaded, else the last one that was driven. */
export const currentRoute = (routes: readonly RouteCard[]): RouteCard | undefined =>
  [...routes].sort((a, b) => {
    const byStatus = urgency.indexOf(a.status) - urgency.indexOf(b.status);
    const byDate = a.pickupDate.localeCompare(b.pickupDate);
    return byStatus === 0 ? (a.status === 'finished' ? -byDate : byDate) : byStatus;
  })[0];

/** Whether there is a route left to load or to drive. */
export const hasWork = (routes: readonly RouteCard[]): boolean =>
  routes.some(({ status }) => status !== 'finished');

export const isDone = ({ status }: StopView): boolean => status === 'handed_over' || status === 'failed';

/** Where the courier is or goes next. */
export const nextStop = ({ stops }: RouteView): StopView | undefined =>
  stops.find(({ status }) => status === 'arrived') ?? stops.find(({ status }) => status === 'pending');

/** The crates in the order of loading: what is unloaded last goes in first. */
export const loadingOrder = ({ stops }: RouteView): readonly StopView[] => [...stops].reverse();

export const cratesLeft = ({ stops }: RouteView) =>
  stops.flatMap((stop) =>
    stop.crates
      .filter(({ loadedAt, missing }) => loadedAt === undefined && missing === undefined)
      .map((crate) => ({ stop, crate })),
  );

type Apply<Id extends OperationId> = (view: RouteView, input: OperationInput<Id>, at: string) => RouteView;

const mapStop = (view: RouteView, stopId: string, change: (stop: StopView) => StopView): RouteView => {
  const stops = view.stops.map((stop) => (stop.stopId === stopId ? change(stop) : stop));
  return { ...view, stops, route: { ...view.route, stopsDone: stops.filter(isDone).length } };
};

const mapCrates = (
  view: RouteView,
  change: (crate: StopView['crates'][number]) => StopView['crates'][number],
) => {
  const stops = view.stops.map((stop) => ({ ...stop, crates: stop.crates.map(change) }));
  const crates = stops.flatMap((stop) => stop.crates);
  return {
    ...view,
    stops,
    route: {
      ...view.route,
      crates: {
        total: crates.length,
        loaded: crates.filter(({ loadedAt }) => loadedAt !== undefined).length,
        missing: crates.filter(({ missing }) => missing !== undefined).length,
      },
    },
  };
};

const withStatus = (view: RouteView, route: Partial<RouteCard>): RouteView => ({
  ...view,
  route: { ...view.route, ...route },
});

const load: Apply<'delivery.loadCrates'> = (view, { body }, at) =>
  withStatus(
    mapCrates(view, (crate) => (body.crateIds.includes(crate.crateId) ? { loadedAt: at, ...crate } : crate)),
    view.route.status === 'planned' ? { status: 'loading' } : {},
  );

const depart: Apply<'delivery.departRoute'> = (view, { body }, at) =>
  withStatus(
    mapCrates(view, (crate) => {
      const missing = body.missing.find(({ crateId }) => crateId === crate.crateId);
      return missing ? { ...crate, missing: missing.reason } : crate;
    }),
    { status: 'under_way', departedAt: at },
  );

const arrive: Apply<'delivery.arriveAtStop'> = (view, { params }, at) =>
  mapStop(view, params.stopId, (stop) => ({ ...stop, status: 'arrived', arrivedAt: at }));

const handOver: Apply<'delivery.handOverStop'> = (view, { params, body }, at) =>
  mapStop(view, params.stopId, (stop) => ({
    ...stop,
    status: 'handed_over',
    handedOverAt: at,
    crates: stop.crates.map((crate) => {
      const counted = body.crates.find(({ crateId }) => crateId === crate.crateId);
      return counted ? { ...crate, handedOver: { units: counted.units, celsius: counted.celsius } } : crate;
    }),
  }));

const fail: Apply<'delivery.failStop'> = (view, { params, body }, at) =>
  mapStop(view, params.stopId, (stop) => ({
    ...stop,
    status: 'failed',
    failure: { reason: body.reason, note: body.note, at },
  }));

const apply = (view: RouteView, { operation, input, at }: QueuedAction): RouteView => {
  // The queue keeps inputs as they were handed in for their operation.
  const given = input as never;
  if (operation === 'delivery.loadCrates') return load(view, given, at);
  if (operation === 'delivery.departRoute') return depart(view, given, at);
  if (operation === 'delivery.arriveAtStop') return arrive(view, given, at);
  if (operation === 'delivery.handOverStop') return handOver(view, given, at);
  if (operation === 'delivery.failStop') return fail(view, given, at);
  if (operation === 'delivery.finishRoute') return withStatus(view, { status: 'finished', finishedAt: at });
  return view;
};

/** The route as it stands once everything that waits on this phone has been sent. */
export const withQueued = (view: RouteView, actions: readonly QueuedAction[]): RouteView =>
  actions.filter(({ state }) => state === 'waiting').reduce(apply, view);

/** The server's newer word on the route, or on one of its stops. */
export const withReply = (view: RouteView, reply: unknown): RouteView => {
  if (typeof reply !== 'object' || reply === null) return view;
  if ('route' in reply && 'stops' in reply) return reply as RouteView;
  if (!('stopId' in reply)) return view;
  const stop = reply as StopView;
  return mapStop(view, stop.stopId, () => stop);
};
