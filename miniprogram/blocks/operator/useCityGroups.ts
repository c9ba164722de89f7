import { useState } from 'react';
import { type CityId } from '#shared/contracts/ids';
import { useFollow } from '@/client/realtime';
import { type CityGroups, withGroups } from './cityGroups';

/** How the group buys of a city's latest cycles stand, live; nothing until it is known. */
export const useCityGroups = (cityId: CityId): readonly CityGroups[] | undefined => {
  const [groups, setGroups] = useState<readonly CityGroups[]>();
  useFollow(
    { kind: 'city', cityId },
    {
      onSnapshot: (snapshot) => {
        if (snapshot.kind === 'city') setGroups(snapshot.groups);
      },
      onMessage: ({ name, message }) => {
        if (name === 'city_groups_changed') setGroups((known = []) => withGroups(known, message));
      },
    },
  );
  return groups;
};
