import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type CityId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { discrepanciesKey, useLiveDiscrepancies } from '@/client/discrepancies';
import { useFollow } from '@/client/realtime';
import { type FailedVisits, type Standing } from './nextStep';

const lookAgainMs = 60_000;
/** As many are looked through; more waiting applications than this are only called "many". */
export const mostCounted = 100;

const failedVisits = (routes: readonly RouteCard[]): FailedVisits => ({
  n: routes.reduce((sum, { undecided }) => sum + undecided, 0),
  route: routes.find(({ undecided }) => undecided > 0),
});

const ofCity = async (cityId: CityId) => {
  const limit = '1';
  const [current, consolidations, plans, recent, live, applications] = await Promise.all([
    api.catalog.readCurrentCycle({ query: { cityId } }),
    api.orders.listConsolidations({ query: { cityId, limit } }),
    api.delivery.listRoutePlans({ query: { cityId, limit } }),
    api.delivery.listRoutes({ query: { cityId, limit: String(mostCounted) } }),
    api.delivery.getLiveCity({ params: { cityId } }),
    api.identity.listLeaderApplications({ query: { limit: String(mostCounted) } }),
  ]);
  const [plan] = plans.items;
  const [routes, books] = await Promise.all([
    plan && plan.routes > 0
      ? api.delivery.getRoutePlan({ params: { consolidationId: plan.consolidationId } })
      : undefined,
    current.cycle ? api.orders.getCycleBooks({ params: { cycleId: current.cycle.cycleId } }) : undefined,
  ]);
  const counted = (...statuses: string[]) =>
    routes?.routes.filter(({ status }) => statuses.includes(status)).length ?? 0;
  const standing: Standing = {
    cycle: current.cycle,
    next: current.next,
    consolidation: consolidations.items[0],
    plan,
    routes: {
      waiting: counted('planned', 'loading'),
      underWay: counted('under_way'),
      finished: counted('finished'),
    },
    failed: failedVisits(recent.items),
    applications: applications.items.length,
    overdue: live.kind === 'city' ? live.pickups.reduce((sum, { overdue }) => sum + overdue, 0) : 0,
  };
  return { ...standing, books };
};

export type Overview = Awaited<ReturnType<typeof ofCity>>;

/** News of a city come in crowds: it is looked at once for all of them. */
const gatherMs = 2_000;

/** How a city stands at this moment: what is sold, what is frozen, what is on its way, and who waits for a decision. Live. */
export const useOverview = (cityId: CityId) => {
  const queryClient = useQueryClient();
  const due = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(due.current), []);
  const look = () => {
    due.current ??= setTimeout(() => {
      due.current = undefined;
      void queryClient.invalidateQueries({ queryKey: ['operator-overview', cityId] });
    }, gatherMs);
  };
  useFollow(
    { kind: 'city', cityId },
    {
      onSnapshot: look,
      // Where couriers are, to the metre, is not counted here.
      onMessage: ({ name }) => {
        if (name !== 'courier_moved' && name !== 'etas_moved') look();
      },
    },
  );
  return useQuery({
    queryKey: ['operator-overview', cityId],
    queryFn: () => ofCity(cityId),
    refetchInterval: lookAgainMs,
  });
};

/** How many discrepancies of the city no courier has answered yet, live; nothing until it is known. */
export const useUnanswered = (cityId: CityId): number | undefined => {
  useLiveDiscrepancies(cityId);
  const { data } = useQuery({
    queryKey: [...discrepanciesKey(cityId), 'latest'],
    queryFn: () => api.delivery.listDiscrepancies({ query: { cityId, limit: String(mostCounted) } }),
  });
  return data?.items.filter(({ answer }) => answer === undefined).length;
};

/** How many claims of the city wait for a person; with the overview it is read anew. Nothing until it is known. */
export const useClaimsToDecide = (cityId: CityId): number | undefined => {
  const { data } = useQuery({
    queryKey: ['operator-overview', cityId, 'claims'],
    queryFn: () => api.orders.listClaimsToDecide({ query: { cityId, limit: String(mostCounted) } }),
  });
  return data?.items.reduce((sum, { others }) => sum + 1 + others, 0);
};
