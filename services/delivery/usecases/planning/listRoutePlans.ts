import { type CityId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

type Asked = PageWish & { readonly cityId: CityId; readonly pickupDate?: string | undefined };

/** What is to be planned and what was planned in a city, the latest pickup date first. */
export const listRoutePlans = ({ store }: DeliveryDeps, { cityId, pickupDate, ...asked }: Asked) =>
  store.plans.list({ cityId, pickupDate }, asked);
