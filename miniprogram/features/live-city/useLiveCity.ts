import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Page } from '#shared/contracts/common';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type CityId } from '#shared/contracts/ids';
import { withGroups } from '@/blocks/operator/cityGroups';
import { api } from '@/client/api';
import { discrepanciesKey, useLiveDiscrepancies } from '@/client/discrepancies';
import { useFollow, withEtas, type ServerMessage, type Snapshot } from '@/client/realtime';
import { usePages } from '@/client/usePages';

export type City = Extract<Snapshot, { kind: 'city' }>;

export const useCityCycle = (cityId: CityId) =>
  useQuery({
    queryKey: ['cycle', 'city', cityId],
    queryFn: () => api.catalog.readCurrentCycle({ query: { cityId } }),
  });

/** A city's pickup points by id: their names and positions. */
export const usePoints = (cityId: string) =>
  useQuery({
    queryKey: ['point-names', cityId],
    queryFn: async () => {
      const points = new Map<string, Pick<ManagedPickupPoint, 'name' | 'position'>>();
      for (let cursor: string | undefined, more = true; more;) {
        const page: Page<ManagedPickupPoint> = await api.delivery.listManagedPickupPoints({
          query: { cityId, limit: '100', ...(cursor === undefined ? {} : { cursor }) },
        });
        for (const { pickupPointId, name, position } of page.items)
          points.set(pickupPointId, { name, position });
        cursor = page.nextCursor;
        more = cursor !== undefined;
      }
      return points;
    },
    staleTime: 10 * 60_000,
  });

export type Points = NonNullable<ReturnType<typeof usePoints>['data']>;

/** Who drives the routes that are shown, and for which consolidation; asked again when another one appears. */
export const useRouteFacts = (cityId: string, routeIds: readonly string[]) =>
  useQuery({
    queryKey: ['route-facts', cityId, [...routeIds].sort().join()],
    queryFn: async () => {
      const { items } = await api.delivery.listRoutes({ query: { cityId, limit: '100' } });
      return new Map<string, { courier: string; consolidationId: string }>(
        items.map(({ routeId, courier, consolidationId }) => [
          routeId,
          { courier: courier.displayName, consolidationId },
        ]),
      );
    },
    placeholderData: keepPreviousData,
  });

export type RouteFacts = NonNullable<ReturnType<typeof useRouteFacts>['data']>;

/** What was counted otherwise, newest first, with what couriers say to it as they say it. */
export const useDiscrepancies = (cityId: CityId) => {
  useLiveDiscrepancies(cityId);
  return usePages({
    queryKey: discrepanciesKey(cityId),
    load: (cursor) =>
      api.delivery.listDiscrepancies({
        query: { cityId, limit: '10', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });
};

/** The list with `one` in its place, so that nothing jumps about; what was not there comes first. */
const placed = <Item>(items: readonly Item[], one: Item, keyOf: (item: Item) => string): Item[] =>
  items.some((item) => keyOf(item) === keyOf(one))
    ? items.map((item) => (keyOf(item) === keyOf(one) ? one : item))
    : [one, ...items];

/**
 * Takes news into what is known of the city; news of a route or point not seen before is taken in, too, but for a route that is
 * over: its courier may answer for it days later.
 */
export const withNews = (city: City, { name, message }: ServerMessage): City => {
  switch (name) {
    case 'route_changed':
      return message.status === 'finished' && !city.routes.some(({ routeId }) => routeId === message.routeId)
        ? city
        : { ...city, routes: placed(city.routes, message, ({ routeId }) => routeId) };
    case 'courier_moved':
      return {
        ...city,
        routes: city.routes.map((route) =>
          route.routeId === message.routeId ? { ...route, courier: message } : route,
        ),
      };
    case 'etas_moved':
      return {
        ...city,
        routes: city.routes.map((route) =>
          route.routeId === message.routeId ? { ...route, stops: withEtas(route.stops, message) } : route,
        ),
      };
    case 'pickup_changed':
      return {
        ...city,
        pickups: placed(city.pickups, message, ({ pickupPointId }) => pickupPointId),
      };
    case 'city_groups_changed':
      return { ...city, groups: withGroups(city.groups, message) };
    default:
      return city;
  }
};

/** Routes with their couriers, the pickup points that hand out and the group buys, as they are this moment. */
export const useLiveCity = (cityId: CityId) => {
  const queryClient = useQueryClient();
  const queryKey = ['live-city', cityId];
  useFollow(
    { kind: 'city', cityId },
    {
      onSnapshot: (snapshot) => {
        if (snapshot.kind === 'city') queryClient.setQueryData(queryKey, snapshot);
      },
      onMessage: (news) => {
        queryClient.setQueryData<City>(queryKey, (city) => (city ? withNews(city, news) : city));
      },
    },
  );
  return useQuery({
    queryKey,
    queryFn: async (): Promise<City> => {
      const snapshot = await api.delivery.getLiveCity({ params: { cityId } });
      return snapshot.kind === 'city' ? snapshot : { kind: 'city', routes: [], pickups: [], groups: [] };
    },
  });
};
