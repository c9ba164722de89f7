import { useQueryClient } from '@tanstack/react-query';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import {
  type AccountId,
  type ConsolidationId,
  type FacilityId,
  type RouteId,
  type StopId,
} from '#shared/contracts/ids';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';

/** Reads again whatever a change on the board may show in. */
export const useReadAgain = () => {
  const queryClient = useQueryClient();
  return () => {
    for (const name of ['route-plans', 'route-plan', 'route', 'stop', 'operator-overview'])
      void queryClient.invalidateQueries({ queryKey: [name] });
  };
};

export type PlanWish = { facilityId: FacilityId; courierAccountIds: AccountId[]; departAt: string };

/** Plans the routes of a consolidation, or plans them anew. */
export const usePlanRoutes = (consolidationId: ConsolidationId, onDone: () => void) => {
  const readAgain = useReadAgain();
  return useWrite(
    (key, wish: PlanWish) =>
      api.delivery.planRoutes({ body: { consolidationId, ...wish }, idempotencyKey: key }),
    {
      onSuccess: () => {
        readAgain();
        onDone();
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
};

/** What can be changed about a route until it is loaded. Whoever was faster wins: then everything is read again. */
export const useEditRoute = ({ routeId, version }: RouteCard) => {
  const readAgain = useReadAgain();
  const params = { routeId };
  const done = {
    onSuccess: readAgain,
    onError: (error: unknown) => {
      readAgain();
      showToast(messageOf(error), 'problem');
    },
  };
  const reorder = useWrite(
    (key, stopIds: StopId[]) =>
      api.delivery.reorderStops({ params, body: { version, stopIds }, idempotencyKey: key }),
    done,
  );
  const move = useWrite(
    (key, { stopId, toRouteId }: { stopId: StopId; toRouteId: RouteId }) =>
      api.delivery.moveStop({ params, body: { version, stopId, toRouteId }, idempotencyKey: key }),
    done,
  );
  const reassign = useWrite(
    (key, courierAccountId: AccountId) =>
      api.delivery.reassignRoute({ params, body: { version, courierAccountId }, idempotencyKey: key }),
    done,
  );
  return { reorder, move, reassign };
};
