import { type Snapshot } from '@/client/realtime';

/** How the group buys of a cycle stand over all pickup points of its city. */
export type CityGroups = Extract<Snapshot, { kind: 'city' }>['groups'][number];

/** What is known of the latest cycles after news of one. */
export const withGroups = (groups: readonly CityGroups[], news: CityGroups): CityGroups[] => [
  news,
  ...groups.filter(({ cycleId }) => cycleId !== news.cycleId),
];
