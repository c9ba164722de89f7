import { pinyin } from 'pinyin-pro';
import { type Bilingual, type Position } from '#shared/contracts/common';
import { searchKeys } from '#shared/kit/search/keys';
import { searchText } from '#shared/kit/search/pattern';
import { type PickupPointDoc } from '../../storage/documents';
import { event } from '../event';

export type PointFacts = {
  readonly name: Bilingual;
  readonly address: string;
  readonly position: Position;
  readonly openingHours: PickupPointDoc['openingHours'];
  readonly coldStorage: boolean;
  readonly capacityPerDay: number;
};

/** What of these facts is stored, and what is found and sorted by. */
export function storedFacts({ position, name, ...facts }: PointFacts) {
  const syllables = pinyin(name.zh, { toneType: 'none', type: 'array' });
  return {
    ...facts,
    name,
    location: { type: 'Point' as const, coordinates: [position.lng, position.lat] as const },
    sortName: syllables.join('').toLowerCase(),
    foundBy: searchText(searchKeys([name.zh, name.en, facts.address])),
  };
}

/** The event that tells how a pickup point stands now. */
export const pointChanged = (
  point: Pick<PickupPointDoc, '_id' | 'cityId' | 'open'> & { leader?: PickupPointDoc['leader'] | undefined },
  now: Date,
) =>
  event(
    'delivery.pickup_point_changed.v1',
    point._id,
    {
      pickupPointId: point._id,
      cityId: point.cityId,
      open: point.open,
      ...(point.leader ? { leaderAccountId: point.leader.accountId } : {}),
    },
    { now },
  );
