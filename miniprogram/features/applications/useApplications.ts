import { useQueryClient } from '@tanstack/react-query';
import { type ApplicationStatus, type LeaderApplication } from '#shared/contracts/identity/account';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';

/** Applications in one state: waiting ones the longest waiting first, decided ones the newest first. */
export const useApplications = (status: ApplicationStatus) =>
  usePages({
    queryKey: ['applications', status],
    load: (cursor) =>
      api.identity.listLeaderApplications({
        query: { status, limit: '30', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });

export const useDecided = () => {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['applications'] });
    void queryClient.invalidateQueries({ queryKey: ['managed-points'] });
    void queryClient.invalidateQueries({ queryKey: ['operator-overview'] });
  };
};

/** Makes the applicant the leader of a pickup point. */
export const approve = (applicationId: LeaderApplication['applicationId'], pickupPointId: PickupPointId) =>
  api.identity.approveLeaderApplication({ params: { applicationId }, body: { pickupPointId } });

export const useReject = (applicationId: LeaderApplication['applicationId'], onDone: () => void) => {
  const decided = useDecided();
  return useWrite(
    (_key, reason: string) =>
      api.identity.rejectLeaderApplication({ params: { applicationId }, body: { reason } }),
    {
      onSuccess: () => {
        decided();
        onDone();
      },
      onError: (error) => {
        decided();
        showToast(messageOf(error), 'problem');
      },
    },
  );
};
