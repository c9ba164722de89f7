import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type CityId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { useFollow, type ServerMessage, type Snapshot } from '@/client/realtime';

type City = Extract<Snapshot, { kind: 'city' }>;

/** The city that this operator looks at: the first one. */
export const useCity = () =>
  useQuery({
    queryKey: ['cities'],
    queryFn: async () => (await api.catalog.listCities({ query: { limit: '1' } })).items[0],
    staleTime: 10 * 60_000,
  });

export const useCityCycle = (cityId: CityId) =>
  useQuery({
    queryKey: ['cycle', 'city', cityId],
    queryFn: () => api.catalog.readCurrentCycle({ query: { cityId } }),
  });

/** The names of the city's pickup points, by id. */
export const usePointNames = (cityId: CityId) =>
  useQuery({
    queryKey: ['point-names', cityId],
    queryFn: async () => {
      const { items } = await api.delivery.listManagedPickupPoints({ query: { cityId, limit: '100' } });
      return new Map<string, { zh: string; en: string }>(
        items.map(({ pickupPointId, name }) => [pickupPointId, name]),
      );
    },
    staleTime: 10 * 60_000,
  });

/** Takes news into what is known of the city; news of a route or point not seen before is taken in, too. */
export const withNews = (city: City, { name, message }: ServerMessage): City => {
  switch (name) {
    case 'route_changed':
      return {
        ...city,
        routes: [message, ...city.routes.filter(({ routeId }) => routeId !== message.routeId)],
      };
    case 'courier_moved':
      return {
        ...city,
        routes: city.routes.map((route) =>
          route.routeId === message.routeId ? { ...route, courier: message } : route,
        ),
      };
    case 'pickup_changed':
      return {
        ...city,
        pickups: [
          message,
          ...city.pickups.filter(({ pickupPointId }) => pickupPointId !== message.pickupPointId),
        ],
      };
    default:
      return city;
  }
};

/** Routes with their couriers and the pickup points that hand out, as they are this moment. */
export const useLiveCity = (cityId: CityId) => {
  const queryClient = useQueryClient();
  const queryKey = ['live-city', cityId];
  useFollow(
    { kind: 'city', cityId },
    {
      onSnapshot: (snapshot) => {
        if (snapshot.kind === 'city') queryClient.setQueryData(queryKey, snapshot);
      },
      onMessage: (news) =>
        queryClient.setQueryData<City>(queryKey, (city) => (city ? withNews(city, news) : city)),
    },
  );
  return useQuery({
    queryKey,
    queryFn: async (): Promise<City> => {
      const snapshot = await api.delivery.getLiveCity({ params: { cityId } });
      return snapshot.kind === 'city' ? snapshot : { kind: 'city', routes: [], pickups: [] };
    },
  });
};
