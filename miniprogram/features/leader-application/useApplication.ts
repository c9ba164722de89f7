import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { usePlace } from '@/client/place';
import { useSession } from '@/client/session';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { translateNow } from '@/i18n/texts';
import { applicationTexts } from './texts';

export type ApplicationDraft = {
  readonly name: string;
  readonly phone: string;
  readonly place: string;
  readonly address: string;
  readonly coldStorage: boolean;
  readonly message: string;
};

/** My latest application. */
export const useMyApplication = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['my-applications', session?.accountId],
    queryFn: async () => (await api.identity.listMyApplications({ query: { limit: '1' } })).items,
    enabled: session !== undefined,
  });
};

/** Applies in the city that I shop in. */
export const useApply = () => {
  const place = usePlace();
  const queryClient = useQueryClient();
  return useWrite(
    (key, draft: ApplicationDraft) =>
      api.identity.applyAsLeader({ body: { ...draft, cityId: place?.cityId ?? '' }, idempotencyKey: key }),
    {
      onSuccess: () => {
        showToast(translateNow(applicationTexts)('applied'));
        void queryClient.invalidateQueries({ queryKey: ['my-applications'] });
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
};
