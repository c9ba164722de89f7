import { type CourierView } from '#shared/contracts/delivery/fleet';
import { type CourierDoc } from '../storage/documents';

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
