import { useQuery } from '@tanstack/react-query';
import { type CityId, type ConsolidationId, type PickupPointId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

const limit = '100';
const queryOf = (cursor: string | undefined) => ({ limit, ...(cursor === undefined ? {} : { cursor }) });

export const usePurchaseOrders = (consolidationId: ConsolidationId) =>
  usePages({
    queryKey: ['purchase-orders', consolidationId],
    load: (cursor) => api.orders.listPurchaseOrders({ params: { consolidationId }, query: queryOf(cursor) }),
  });

export const usePickList = (consolidationId: ConsolidationId) =>
  usePages({
    queryKey: ['pick-list', consolidationId],
    load: (cursor) => api.orders.getPickList({ params: { consolidationId }, query: queryOf(cursor) }),
  });

export const useSortList = (consolidationId: ConsolidationId) =>
  usePages({
    queryKey: ['sort-list', consolidationId],
    load: (cursor) => api.orders.getSortList({ params: { consolidationId }, query: queryOf(cursor) }),
  });

/** Who collects what; of one pickup point when asked. */
export const usePickupList = (consolidationId: ConsolidationId, pickupPointId: PickupPointId | undefined) =>
  usePages({
    queryKey: ['pickup-list', consolidationId, pickupPointId],
    load: (cursor) =>
      api.orders.getPickupList({
        params: { consolidationId },
        query: { ...queryOf(cursor), ...(pickupPointId === undefined ? {} : { pickupPointId }) },
      }),
  });

export const useWeighingTasks = (consolidationId: ConsolidationId) =>
  usePages({
    queryKey: ['weighing-tasks', consolidationId],
    load: (cursor) => api.orders.listWeighingTasks({ params: { consolidationId }, query: queryOf(cursor) }),
  });

/** Real weights that can be corrected. */
export const useRecordedWeights = (consolidationId: ConsolidationId) =>
  usePages({
    queryKey: ['recorded-weights', consolidationId],
    load: (cursor) => api.orders.listRecordedWeights({ params: { consolidationId }, query: queryOf(cursor) }),
  });

/** Percent of the nominal weight beyond which the city asks about a weight again; undefined until it is known. */
export const useWeightBand = (cityId: CityId): number | undefined =>
  useQuery({
    queryKey: ['city-rules', cityId],
    queryFn: () => api.catalog.readCityRules({ params: { cityId } }),
  }).data?.rules.weightBandPercent;
