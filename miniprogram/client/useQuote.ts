import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { useSession } from './session';

type QuoteWish = {
  readonly cycleId: string | undefined;
  readonly pickupPointId: string | undefined;
  readonly lines: readonly { readonly offerId: string; readonly quantity: number }[];
  readonly door?: boolean;
};

/** A cart holds nothing back: what sells out or changes its price while it is open is said. */
const lookAgainMs = 10_000;

/** The server's price of a cart; the last one stays on the screen while a new one is asked for. */
export const useQuote = ({ cycleId, pickupPointId, lines, door = false }: QuoteWish) => {
  const accountId = useSession()?.accountId;
  const wanted = lines.map(({ offerId, quantity }) => ({ offerId, quantity }));
  return useQuery({
    queryKey: ['quote', accountId, cycleId, pickupPointId, wanted, door],
    queryFn: () =>
      api.orders.quoteCart({
        body: {
          cycleId: cycleId ?? '',
          pickupPointId: pickupPointId ?? '',
          lines: wanted,
          fulfilment: { kind: door ? 'door' : 'pickup' },
        },
      }),
    enabled: cycleId !== undefined && pickupPointId !== undefined && wanted.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5000,
    refetchInterval: lookAgainMs,
  });
};
