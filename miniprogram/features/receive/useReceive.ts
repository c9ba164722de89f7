import { useQueryClient } from '@tanstack/react-query';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { type OperationInput } from '@/client/contracts';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { receiveTexts } from './texts';

export type Difference = OperationInput<'delivery.confirmReceipt'>['body']['differences'][number];

/** The leader's own count of a stop, given once. */
export const useConfirmReceipt = ({ stopId }: StopView) => {
  const t = useTexts(receiveTexts);
  const queryClient = useQueryClient();
  return useWrite(
    (key, differences: Difference[]) =>
      api.delivery.confirmReceipt({
        params: { stopId },
        body: { differences, at: new Date(serverNow()).toISOString() },
        idempotencyKey: key,
      }),
    {
      onSuccess: () => {
        showToast(t('done'));
        void queryClient.invalidateQueries();
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
};
