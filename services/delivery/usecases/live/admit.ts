import { Snapshot, type Topic } from '#shared/contracts/realtime';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { outgoing } from '#shared/kit/http/outgoing';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type DeliveryDeps } from '../deps';
import { visibleOrder } from '../followed/visibleOrder';
import { visiblePoint } from '../points/visiblePoint';
import { type Audience, audiences } from './broadcast';
import { citySnapshot } from './citySnapshot';
import { neighbourhoodSnapshot } from './neighbourhoodSnapshot';
import { orderSnapshot } from './orderSnapshot';
import { pickupPointSnapshot } from './pickupPointSnapshot';
import { routeSnapshot } from './routeSnapshot';

const taken = outgoing(Snapshot);

type Follower = AccountCaller | undefined;
/** What a follower of a topic hears; `snapshot` is asked for only after joining, so that nothing falls between. */
export type Admission = {
  readonly audiences: readonly Audience[];
  readonly snapshot: () => Promise<Snapshot>;
};

/**
 * Decides whether a topic may be followed, by what is stored at this moment.
 * @throws {Refused} NOT_SIGNED_IN, NOT_ALLOWED, or NOT_FOUND for what belongs to somebody else.
 */
export async function admit(deps: DeliveryDeps, follower: Follower, topic: Topic): Promise<Admission> {
  const admission = await admitTo(deps, follower, topic);
  // What the presenters were handed may hold more than the contract promises.
  const look = async () => taken(await admission.snapshot()) as Snapshot;
  return { ...admission, snapshot: () => deps.sharedSnapshots(JSON.stringify(topic), look) };
}

async function admitTo(deps: DeliveryDeps, follower: Follower, topic: Topic): Promise<Admission> {
  const { store } = deps;
  if (topic.kind === 'neighbourhood') {
    const { _id } = found(await store.points.find(topic.pickupPointId));
    return {
      audiences: [audiences.neighbourhood(_id)],
      snapshot: () => neighbourhoodSnapshot(deps, _id),
    };
  }
  if (!follower) throw new Refused('NOT_SIGNED_IN');
  switch (topic.kind) {
    case 'order': {
      const order = await visibleOrder(deps, follower, topic.orderId);
      return {
        audiences: [
          audiences.order(order._id),
          audiences.arrivals(order.pickupPointId),
          audiences.group(order.groupOrderId),
        ],
        snapshot: async () => orderSnapshot(deps, (await store.followed.findOrder(order._id)) ?? order),
      };
    }
    case 'pickup_point': {
      const { _id } = await visiblePoint(deps, follower, topic.pickupPointId);
      return {
        audiences: [audiences.pickupPoint(_id)],
        snapshot: async () => pickupPointSnapshot(deps, found(await store.points.find(_id))),
      };
    }
    case 'route': {
      const { route } = found(await store.routes.find(topic.routeId));
      if (!holds(follower, 'operator') && route.courier.accountId !== follower.accountId) throw notFound();
      return {
        audiences: [audiences.route(route.routeId)],
        snapshot: async () => routeSnapshot(deps, found(await store.routes.find(route.routeId))),
      };
    }
    case 'city':
      if (!holds(follower, 'operator')) throw new Refused('NOT_ALLOWED');
      return {
        audiences: [audiences.city(topic.cityId)],
        snapshot: () => citySnapshot(deps, topic.cityId),
      };
  }
}
