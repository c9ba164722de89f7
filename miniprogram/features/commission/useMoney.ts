import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/client/api';

const key = ['payout-overview'];

/** What the leader earned, and where it is. */
export const useMoney = () => useQuery({ queryKey: key, queryFn: () => api.settlement.getPayoutOverview() });

/** Reads it and the payouts anew, after something was asked for or changed. */
export const useMoneyChanged = () => {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: key });
    void queryClient.invalidateQueries({ queryKey: ['own-payouts'] });
  };
};
