import { useQuery } from '@tanstack/react-query';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { setOwnClock, visitClock } from '@/platform/cityClock';
import { api } from './api';
import { useFirstPlace } from './useShop';

/** What everybody must know of a city: its clock and its rules. */
export const useCity = (cityId: string | undefined) =>
  useQuery({
    queryKey: ['city', cityId],
    queryFn: () => api.catalog.readCity({ params: { cityId: cityId ?? '' } }),
    staleTime: 10 * 60_000,
    enabled: cityId !== undefined,
  });

/** Lets the app tell time as in the city of the pickup point where this phone shops, whichever page it opens first. */
export const useOwnCityClock = (): void => {
  const city = useCity(useFirstPlace().place?.cityId).data;
  useEffect(() => {
    if (city) setOwnClock(city.utcOffsets);
  }, [city]);
};

/** Lets a page about the work of a city tell time as there, for as long as it is looked at. Gives whether it does already. */
export const useVisitedCity = (city: City | undefined): boolean => {
  const [shown, setShown] = useState(true);
  const [visited, setVisited] = useState<string | undefined>();
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!city || !shown) return undefined;
    return visitClock(city.utcOffsets, () => setVisited(city.cityId));
  }, [city, shown]);
  return city !== undefined && visited === city.cityId;
};
