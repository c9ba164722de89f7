import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type CourierDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/** Makes or replaces the profile of a courier. */
export const putCourier = async (
  { store }: DeliveryDeps,
  courier: AccountId,
  facts: Omit<CourierDoc, '_id' | 'version'>,
): Promise<CourierDoc> => found(await store.fleet.putCourier(courier, facts));
