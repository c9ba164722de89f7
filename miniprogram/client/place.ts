import { create } from 'zustand';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { persisted } from '@/platform/persisted';

/** The pickup point that this phone shops at, as it was when chosen. */
export type Place = Pick<PickupPointView, 'pickupPointId' | 'cityId' | 'name' | 'address' | 'position'> & {
  /** The person chose it; otherwise it is only a first proposal. */
  readonly chosen: boolean;
};

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'pickupPointId' in value &&
  'cityId' in value &&
  'chosen' in value;
const kept = persisted<Place>('place', 1, isPlace);

const usePlaceStore = create<{ place: Place | undefined }>(() => ({ place: kept.read() }));

export const usePlace = (): Place | undefined => usePlaceStore((state) => state.place);

export const currentPlace = (): Place | undefined => usePlaceStore.getState().place;

/** Shops at `point` from now on. */
export const choosePlace = (point: PickupPointView, chosen = true): void => {
  const { pickupPointId, cityId, name, address, position } = point;
  const place = { pickupPointId, cityId, name, address, position, chosen };
  kept.write(place);
  usePlaceStore.setState({ place });
};

kept.watch(() => usePlaceStore.setState({ place: kept.read() }));
