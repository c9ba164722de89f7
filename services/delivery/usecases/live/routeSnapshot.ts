import { type Snapshot } from '#shared/contracts/realtime';
import { type StoredRoute } from '../../storage/routes';
import { routeState } from './routeState';
import { type DeliveryDeps } from '../deps';
import { liveRoute } from './liveRoute';

/** A whole route, for its courier and for operators. */
export async function routeSnapshot(
  deps: DeliveryDeps,
  stored: StoredRoute,
): Promise<Extract<Snapshot, { kind: 'route' }>> {
  return { kind: 'route', route: routeState(stored, await liveRoute(deps, stored.route)) };
}
