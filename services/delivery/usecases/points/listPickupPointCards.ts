import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

/** For services that keep a copy: all pickup points, by their ids. */
export const listPickupPointCards = (
  { store }: DeliveryDeps,
  wish: PageWish,
): ReturnType<DeliveryDeps['store']['points']['listById']> => store.points.listById(wish);
