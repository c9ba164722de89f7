import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type PickupPointId } from '#shared/contracts/ids';
import { type Quote } from '#shared/contracts/orders/quotes';
import { api } from '@/client/api';
import { isProblem, messageOf } from '@/client/apiProblem';
import { useGroupOrders } from '@/client/groupOrders';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { replacePage } from '@/platform/navigate';
import { neighbourTexts } from './texts';

export type Neighbour = { readonly name: string; readonly phone: string };
/** The quantity of each chosen offer. */
export type Picked = Readonly<Record<string, number>>;

export const linesOf = (picked: Picked) =>
  Object.entries(picked).flatMap(([offerId, quantity]) => (quantity > 0 ? [{ offerId, quantity }] : []));

/** What can be ordered at the leader's own pickup point; `words` narrows it down. */
export const useOffersHere = (pickupPointId: PickupPointId, words: string) =>
  usePages({
    queryKey: ['offers-here', pickupPointId, words],
    load: (cursor) =>
      api.catalog.listOffers({
        query: { pickupPointId, cursor, limit: '40', ...(words === '' ? {} : { q: words }) },
      }),
  });

/** Neighbours whom the leader ordered for before. */
export const useKnownNeighbours = (pickupPointId: PickupPointId) => {
  const groupOrderId = useGroupOrders(pickupPointId).groupOrders[0]?.groupOrderId;
  return useQuery({
    queryKey: ['known-neighbours', groupOrderId],
    queryFn: () => api.orders.listNeighbours({ params: { groupOrderId: groupOrderId ?? '' } }),
    enabled: groupOrderId !== undefined,
  });
};

type Wish = { readonly quote: Quote; readonly neighbour: Neighbour; readonly note: string };

/** Places the order in the neighbour's name at the price that was seen, then goes on to paying it. */
export const usePlaceForNeighbour = () => {
  const t = useTexts(neighbourTexts);
  const queryClient = useQueryClient();
  return useWrite(
    (key, { quote, neighbour, note }: Wish) =>
      api.orders.placeOrder({
        idempotencyKey: key,
        body: {
          cycleId: quote.cycleId,
          pickupPointId: quote.pickupPointId,
          lines: quote.lines.map(({ offerId, quantity }) => ({ offerId, quantity })),
          recipient: neighbour,
          onBehalfOf: neighbour,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          expectedTotal: quote.amounts.total,
        },
      }),
    {
      onSuccess: ({ orderId }) => {
        void queryClient.invalidateQueries();
        replacePage('/pages/payment/index', { orderId });
      },
      onError: (error) => {
        void queryClient.invalidateQueries({ queryKey: ['quote'] });
        // What stands in the way is said beside the button, with the way there.
        if (isProblem(error, 'TOO_MANY_UNPAID_ORDERS')) return;
        showToast(isProblem(error, 'PRICE_CHANGED') ? t('priceChanged') : messageOf(error), 'problem');
      },
    },
  );
};
