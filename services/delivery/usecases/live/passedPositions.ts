import { type RouteId } from '#shared/contracts/ids';
import { type Sighting } from '../../domain/etas';
import { type StoredRoute } from '../../storage/routes';

/** Couriers' positions on their way to those who follow. */
export type PassedPositions = {
  /** What was reported last, as far as this process knows. */
  readonly last: (routeId: RouteId) => Sighting | undefined;
  readonly put: (stored: StoredRoute, sighting: Sighting) => void;
  /** Passes on what waits, and nothing more. */
  readonly close: () => void;
};
