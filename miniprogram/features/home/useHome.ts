import { useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useState } from 'react';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { useFollow, type ServerMessage, type Snapshot } from '@/client/realtime';
import { usePages } from '@/client/usePages';

export const useCategories = () =>
  useQuery({
    queryKey: ['categories'],
    queryFn: () => api.catalog.listCategories(),
    staleTime: 10 * 60_000,
  });

/** The offers of one category (or all), page by page. */
export const useOffers = (pickupPointId: string | undefined, categoryId: string | undefined) =>
  usePages({
    queryKey: ['offers', pickupPointId, categoryId],
    load: (cursor) => api.catalog.listOffers({ query: { pickupPointId, categoryId, cursor, limit: '24' } }),
    enabled: pickupPointId !== undefined,
  });

export const useSpecials = (pickupPointId: string | undefined, kind: 'flash' | 'group') =>
  useQuery({
    queryKey: ['specials', pickupPointId, kind],
    queryFn: () => api.catalog.listOffers({ query: { pickupPointId, kind, limit: '12' } }),
    enabled: pickupPointId !== undefined,
  });

type Bought = Extract<ServerMessage, { name: 'neighbour_ordered' }>['message'];
type GroupNews = Extract<ServerMessage, { name: 'group_buy_progressed' }>['message'];
type OfferPage = { items: OfferCard[] };

const withNews = (offer: OfferCard, news: GroupNews): OfferCard =>
  offer.offerId === news.offerId && offer.group
    ? { ...offer, group: { target: offer.group.target, progress: news } }
    : offer;

const kept = 8;

/** What the neighbours just bought, newest first; group buys on the screen move along. */
export const useNeighbourhood = (pickupPointId: PickupPointId | undefined): readonly Bought[] => {
  const queryClient = useQueryClient();
  const [bought, setBought] = useState<readonly Bought[]>([]);
  const move = (news: GroupNews) => {
    queryClient.setQueriesData<InfiniteData<OfferPage>>(
      { queryKey: ['offers'] },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((offer) => withNews(offer, news)),
          })),
        },
    );
    queryClient.setQueriesData<OfferPage>(
      { queryKey: ['specials'] },
      (data) => data && { ...data, items: data.items.map((offer) => withNews(offer, news)) },
    );
  };
  useFollow(pickupPointId === undefined ? undefined : { kind: 'neighbourhood', pickupPointId }, {
    onSnapshot: (snapshot: Snapshot) => {
      if (snapshot.kind !== 'neighbourhood') return;
      setBought(snapshot.recent.slice(0, kept));
      snapshot.groupBuys.forEach(move);
    },
    onMessage: ({ name, message }) => {
      if (name === 'neighbour_ordered') setBought((before) => [message, ...before].slice(0, kept));
      if (name === 'group_buy_progressed') move(message);
    },
  });
  return bought;
};
