import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { type CityId, type ConsolidationId, type RouteId, type StopId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { useFollow, withEtas } from '@/client/realtime';

const lookAgainMs = 2_000;

/** What is to be planned and what was planned in a city, the latest pickup date first. */
export const usePlans = (cityId: CityId) =>
  useQuery({
    queryKey: ['route-plans', cityId],
    queryFn: async () => (await api.delivery.listRoutePlans({ query: { cityId, limit: '30' } })).items,
  });

/** One plan with its routes; looks again while it is being prepared. */
export const usePlan = (consolidationId: ConsolidationId) =>
  useQuery({
    queryKey: ['route-plan', consolidationId],
    queryFn: () => api.delivery.getRoutePlan({ params: { consolidationId } }),
    refetchInterval: ({ state }) =>
      state.data && ['collecting', 'planning'].includes(state.data.plan.status) ? lookAgainMs : false,
  });

const routeKey = (routeId: RouteId) => ['route', routeId];

export const useRoute = (routeId: RouteId) =>
  useQuery({
    queryKey: routeKey(routeId),
    queryFn: () => api.delivery.getRoute({ params: { routeId } }),
  });

export const useStop = (stopId: StopId) =>
  useQuery({
    queryKey: ['stop', stopId],
    queryFn: () => api.delivery.getStop({ params: { stopId } }),
  });

/** Keeps plans and routes of a city as they are this moment. */
export const useLiveBoard = (cityId: CityId): void => {
  const queryClient = useQueryClient();
  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: ['route-plan'] });
    void queryClient.invalidateQueries({ queryKey: ['route'] });
    void queryClient.invalidateQueries({ queryKey: ['stop'] });
  };
  const change = (routeId: RouteId, how: (view: RouteView) => RouteView) =>
    queryClient.setQueryData<RouteView>(routeKey(routeId), (view) => view && how(view));
  useFollow(
    { kind: 'city', cityId },
    {
      onSnapshot: readAgain,
      onMessage: ({ name, message }) => {
        if (name === 'route_changed') readAgain();
        if (name === 'etas_moved')
          change(message.routeId, (view) => ({ ...view, stops: withEtas(view.stops, message) }));
        if (name === 'courier_moved') {
          const { routeId, ...seen } = message;
          change(routeId, (view) => ({ ...view, position: seen }));
        }
      },
    },
  );
};

/** The warehouses and couriers that routes can be planned with. */
export const useFleet = (cityId: CityId) =>
  useQuery({
    queryKey: ['fleet', cityId],
    queryFn: async () => {
      const [facilities, couriers] = await Promise.all([
        api.delivery.listFacilities({ query: { cityId, limit: '100' } }),
        api.delivery.listCouriers({ query: { cityId, limit: '100' } }),
      ]);
      return {
        facilities: facilities.items.filter(({ open }) => open),
        couriers: couriers.items.filter(({ active }) => active),
      };
    },
  });
