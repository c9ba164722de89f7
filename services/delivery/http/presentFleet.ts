import { type CourierView, type FacilityView } from '#shared/contracts/delivery/fleet';
import { type CourierDoc, type FacilityDoc } from '../storage/documents';

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

export const presentCourier = ({ _id, ...courier }: CourierDoc): CourierView => ({
  courierAccountId: _id,
  cityId: courier.cityId,
  displayName: courier.displayName,
  vehicle: courier.vehicle,
  crateCapacity: courier.crateCapacity,
  coldCapable: courier.coldCapable,
  shift: courier.shift,
  active: courier.active,
  version: courier.version,
});
