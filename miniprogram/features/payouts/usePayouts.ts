import { useQueryClient } from '@tanstack/react-query';
import { type PayoutFileId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { usePages } from '@/client/usePages';
import { showToast } from '@/design/components/Toast';

type Search = { waitingFor: 'approval' | 'second_approval' | 'sending' } | { fileId: PayoutFileId };

/** Payouts by what they wait for, or of a file, oldest first. */
export const usePayouts = (search: Search) =>
  usePages({
    queryKey: ['finance-payouts', search],
    load: (cursor) => api.settlement.listPayouts({ query: { ...search, cursor, limit: '50' } }),
  });

/** Reads all that finance sees of payouts anew. */
export const useChanged = () => {
  const queryClient = useQueryClient();
  return () => {
    for (const key of ['finance-payouts', 'payout-files', 'payees', 'payout-holds'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  };
};

export const sayProblem = (error: unknown): void => showToast(messageOf(error), 'problem');
