import { useQueryClient } from '@tanstack/react-query';
import { type CityId } from '#shared/contracts/ids';
import { useFollow } from './realtime';

/** Where lists of a city's discrepancies are kept. */
export const discrepanciesKey = (cityId: string) => ['discrepancies', cityId];

/** Reads a city's discrepancies again when one is reported or answered: each is a new version of a route with a counted stop. */
export const useLiveDiscrepancies = (cityId: CityId): void => {
  const queryClient = useQueryClient();
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: discrepanciesKey(cityId) });
  useFollow(
    { kind: 'city', cityId },
    {
      onSnapshot: readAgain,
      onMessage: ({ name, message }) => {
        if (name === 'route_changed' && message.stops.some(({ receivedAt }) => receivedAt !== undefined))
          readAgain();
      },
    },
  );
};
