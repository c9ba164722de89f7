import { type Page } from '#shared/contracts/common';
import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** Orders of a city with a claim that waits for a decision, the longest waiting first. */
export const listClaimsToDecide = (
  { claims }: Pick<OrdersDeps, 'claims'>,
  cityId: CityId,
  wish: PageWish,
): Promise<Page<Order>> => claims.waiting(cityId, wish);
