import { type ManagedPickupPoint, type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { type PickupPointCard } from '#shared/contracts/internal/delivery';
import { type PickupPointDoc } from '../storage/documents';
import { positionOf } from '../storage/pickupPoints';

/** What anybody may see. */
export function presentPickupPoint(point: PickupPointDoc & { distanceMetres?: number }): PickupPointView {
  return {
    pickupPointId: point._id,
    cityId: point.cityId,
    name: point.name,
    address: point.address,
    position: positionOf(point),
    openingHours: [...point.openingHours],
    coldStorage: point.coldStorage,
    capacityPerDay: point.capacityPerDay,
    open: point.open,
    ...(point.leader ? { leaderName: point.leader.displayName } : {}),
    ...(point.distanceMetres === undefined ? {} : { distanceMetres: Math.round(point.distanceMetres) }),
  };
}

/** For those who manage it: with its leader and its version. */
export const presentManagedPickupPoint = (point: PickupPointDoc): ManagedPickupPoint => ({
  ...presentPickupPoint(point),
  ...(point.leader ? { leaderAccountId: point.leader.accountId } : {}),
  ...(point.leader?.phone === undefined ? {} : { leaderPhone: point.leader.phone }),
  version: point.version,
});

/** What other services need to know. */
export const presentPickupPointCard = (point: PickupPointDoc): PickupPointCard => ({
  pickupPointId: point._id,
  cityId: point.cityId,
  name: point.name.zh,
  nameEn: point.name.en,
  address: point.address,
  position: positionOf(point),
  ...(point.leader ? { leaderAccountId: point.leader.accountId } : {}),
  ...(point.leader?.phone === undefined ? {} : { leaderPhone: point.leader.phone }),
  open: point.open,
  capacityPerDay: point.capacityPerDay,
});
