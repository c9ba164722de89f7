import { useQueryClient } from '@tanstack/react-query';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type AccountId, type CityId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';

/** Reads the pickup points anew; done when what is shown is what there is. */
export const usePointsChanged = () => {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: ['point-names'] });
    await queryClient.invalidateQueries({ queryKey: ['managed-points'] });
  };
};

/** The same for the warehouses. */
export const useFacilitiesChanged = () => {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: ['fleet'] });
    await queryClient.invalidateQueries({ queryKey: ['facilities'] });
  };
};

/** Opens or closes a pickup point, or gives it to a leader. */
export const usePointActions = ({ pickupPointId, version }: ManagedPickupPoint, onAssigned: () => void) => {
  const changed = usePointsChanged();
  const params = { pickupPointId };
  const onError = (error: unknown) => {
    void changed();
    showToast(messageOf(error), 'problem');
  };
  const setOpen = useWrite(
    (key, open: boolean) =>
      api.delivery.changePickupPoint({ params, body: { version, open }, idempotencyKey: key }),
    { onSuccess: () => void changed(), onError },
  );
  const assign = useWrite(
    (key, accountId: AccountId | null) =>
      api.delivery.assignLeader({ params, body: { version, accountId }, idempotencyKey: key }),
    {
      onSuccess: () => {
        void changed();
        onAssigned();
      },
      onError,
    },
  );
  return { setOpen, assign };
};

export const useFacilities = (cityId: CityId) =>
  usePages({
    queryKey: ['facilities', cityId],
    load: (cursor) =>
      api.delivery.listFacilities({
        query: { cityId, limit: '50', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });
