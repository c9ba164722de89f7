import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

type Asked = PageWish & {
  readonly cityId?: CityId | undefined;
  readonly search?: string | undefined;
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
};

/** Open pickup points: the nearest first where a position is given, otherwise by name. */
export function listPickupPoints(
  { store }: DeliveryDeps,
  { lng, lat, cityId, search, ...asked }: Asked,
): ReturnType<DeliveryDeps['store']['points']['listNearest' | 'listByName']> {
  const which = { cityId, search, open: true } as const;
  return lng === undefined || lat === undefined
    ? store.points.listByName(which, asked)
    : store.points.listNearest({ lng, lat }, which, asked);
}
