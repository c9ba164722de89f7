import { useQuery } from '@tanstack/react-query';
import { api } from '@/client/api';
import { paymentHost } from '@/platform/paymentHost';

/** What the services are set up with changes only when they start. In ms. */
const keptMs = 300_000;

/** The ways to pay that are offered where the app runs, best first. */
export const useMethods = () => {
  const host = paymentHost();
  return useQuery({
    queryKey: ['paymentMethods', host],
    queryFn: async () => {
      const { methods } = await api.orders.listPaymentMethods({ query: { host } });
      return methods.map(({ method }) => method);
    },
    staleTime: keptMs,
  });
};
