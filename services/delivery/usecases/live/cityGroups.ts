import { type Snapshot } from '#shared/contracts/realtime';
import { type CityGroupsDoc } from '../../storage/documents';

type CityGroups = Extract<Snapshot, { kind: 'city' }>['groups'][number];

/** How the group buys of a cycle stand in its city, as operators see it. */
export const cityGroups = ({ _id: cycleId, version, begun, formed }: CityGroupsDoc): CityGroups => ({
  cycleId,
  version,
  begun,
  formed,
});
