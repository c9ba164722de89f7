import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type CourierDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/** The calling courier's own profile. */
export const getMyCourierProfile = async ({ store }: DeliveryDeps, courier: AccountId): Promise<CourierDoc> =>
  found(await store.fleet.findCourier(courier));
