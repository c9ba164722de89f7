import { type Position } from '#shared/contracts/common';
import { type AccountId, type RouteId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { happenedAt } from '../../domain/happenedAt';
import { assertRouteCan } from '../../domain/lifecycle';
import { isNews } from '../../domain/position';
import { type DeliveryDeps } from '../deps';

type Report = { readonly routeId: RouteId; readonly position: Position; readonly at: string };

/**
 * Where a courier is. An older report than the last is no error: it came late.
 * @throws {Refused} NOT_FOUND, ROUTE_ACTION_NOT_ALLOWED, TIME_IMPLAUSIBLE, POSITION_IMPLAUSIBLE
 */
export async function reportPosition(
  { store, positions, now }: DeliveryDeps,
  courier: AccountId,
  { routeId, position, at }: Report,
): Promise<void> {
  const stored = found(await store.routes.find(routeId));
  const { route } = stored;
  if (route.courier.accountId !== courier) throw notFound();
  assertRouteCan('visit', route);
  const sighting = { position, at: happenedAt(at, now()) };
  const last = positions.last(routeId) ?? (await store.routes.sighting(routeId));
  if (isNews(route, last, sighting)) positions.put(stored, sighting);
}
