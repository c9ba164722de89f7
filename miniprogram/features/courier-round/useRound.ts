import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { api } from '@/client/api';
import { useCity, useVisitedCity } from '@/client/city';
import { sharePosition } from '@/client/positionSharing';
import { onSettled, useQueue } from '@/client/queue';
import { useFollow, withEtas } from '@/client/realtime';
import { useSession } from '@/client/session';
import { persisted } from '@/platform/persisted';
import { currentRoute, hasWork, withQueued, withReply } from './round';

const isRound = (value: unknown): value is RouteView =>
  typeof value === 'object' && value !== null && 'route' in value && 'stops' in value;
const kept = persisted<RouteView>('round', 1, isRound);

const lookAgainMs = 8_000;

/** Nobody is told of a route that is not there yet: who has nothing left to drive keeps looking. */
const useMyRoutes = (enabled: boolean) =>
  useQuery({
    queryKey: ['my-routes'],
    queryFn: () => api.delivery.listMyRoutes({ query: { limit: '20' } }),
    enabled,
    refetchInterval: ({ state }) => (hasWork(state.data?.items ?? []) ? false : lookAgainMs),
  });

/**
 * The courier's route as it stands on this phone: the server's word with everything laid on top that still waits to be sent. Kept
 * on the device, so that the round goes on without a signal. `asked`: this route instead of the current one.
 */
export const useRound = (asked?: string) => {
  const accountId = useSession()?.accountId;
  const queryClient = useQueryClient();
  const routes = useMyRoutes(accountId !== undefined && asked === undefined);
  const known = kept.read();
  const own = known?.route.courier.accountId === accountId ? known : undefined;
  const routeId =
    asked ??
    currentRoute(routes.data?.items ?? [])?.routeId ??
    (routes.data ? undefined : own?.route.routeId);
  const query = useQuery({
    queryKey: ['round', routeId],
    queryFn: async () => {
      const view = await api.delivery.getRoute({ params: { routeId: routeId ?? '' } });
      kept.write(view);
      return view;
    },
    initialData: () => (own?.route.routeId === routeId ? own : undefined),
    initialDataUpdatedAt: 0,
    enabled: routeId !== undefined,
  });
  const change = (how: (view: RouteView) => RouteView) =>
    queryClient.setQueryData<RouteView>(['round', routeId], (view) => view && how(view));
  useFollow(routeId === undefined ? undefined : { kind: 'route', routeId }, {
    onSnapshot: () => void queryClient.invalidateQueries({ queryKey: ['round', routeId] }),
    onMessage: ({ name, message }) => {
      if (name === 'etas_moved' && message.routeId === routeId)
        change((view) => ({ ...view, stops: withEtas(view.stops, message) }));
      if (name === 'route_changed' && message.routeId === routeId)
        void queryClient.invalidateQueries({ queryKey: ['round', routeId] });
    },
  });
  useEffect(
    () =>
      onSettled(({ lane }, reply) => {
        if (lane === routeId)
          queryClient.setQueryData<RouteView>(['round', routeId], (view) => view && withReply(view, reply));
      }),
    [queryClient, routeId],
  );
  const actions = useQueue(routeId ?? '');
  const round = useMemo(() => query.data && withQueued(query.data, actions), [query.data, actions]);
  useVisitedCity(useCity(round?.route.cityId).data);
  const underWay = round?.route.status === 'under_way' ? round.route.routeId : undefined;
  const ended = round !== undefined && underWay === undefined;
  useEffect(() => {
    if (underWay !== undefined || ended) sharePosition(underWay);
  }, [underWay, ended]);
  return { routes, query, round };
};
