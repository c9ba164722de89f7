import { type FacilityView } from '#shared/contracts/delivery/fleet';
import { type FacilityDoc } from '../storage/documents';

export const presentFacility = ({ _id, ...facility }: FacilityDoc): FacilityView => ({
  facilityId: _id,
  cityId: facility.cityId,
  kind: facility.kind,
  name: facility.name,
  address: facility.address,
  position: facility.position,
  open: facility.open,
  version: facility.version,
});
