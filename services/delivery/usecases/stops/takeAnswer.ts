import { type EventData } from '#shared/contracts/events';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeHandedOver } from './changeHandedOver';

type Answered = EventData<'delivery.discrepancy_answered.v1'>;

/** The courier has answered to a discrepancy: a version of the route, too, whether or not the receipt's own came before. */
export const takeAnswer = (
  deps: DeliveryDeps,
  { routeId, stopId, discrepancyId }: Pick<Answered, 'routeId' | 'stopId' | 'discrepancyId'>,
): Promise<StoredRoute> =>
  changeHandedOver(deps, { routeId, stopId }, ({ answered = [], ...stop }) =>
    answered.includes(discrepancyId) ? undefined : { ...stop, answered: [...answered, discrepancyId] },
  );
