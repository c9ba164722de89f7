import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { api } from '@/client/api';
import { useFollow, type ServerMessage } from '@/client/realtime';
import { useFirstPlace } from '@/client/useShop';

type GroupNews = Extract<ServerMessage, { name: 'group_buy_progressed' }>['message'];

/** One offer as it stands at my pickup point; its group buy moves along. */
export const useOffer = (offerId: string) => {
  const pickupPointId = useFirstPlace().place?.pickupPointId;
  const queryClient = useQueryClient();
  const queryKey = ['offer', offerId, pickupPointId];
  const move = (news: GroupNews) => {
    if (news.offerId !== offerId) return;
    queryClient.setQueryData<OfferPage>(queryKey, (page) =>
      page?.offer.group
        ? { ...page, offer: { ...page.offer, group: { target: page.offer.group.target, progress: news } } }
        : page,
    );
  };
  useFollow(pickupPointId === undefined ? undefined : { kind: 'neighbourhood', pickupPointId }, {
    onSnapshot: (snapshot) => {
      if (snapshot.kind === 'neighbourhood') snapshot.groupBuys.forEach(move);
    },
    onMessage: ({ name, message }) => {
      if (name === 'group_buy_progressed') move(message);
    },
  });
  return useQuery({
    queryKey,
    queryFn: () => api.catalog.readOffer({ params: { offerId }, query: { pickupPointId } }),
  });
};
