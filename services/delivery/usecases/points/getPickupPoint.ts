import { type PickupPointId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/** One pickup point, open or closed. */
export const getPickupPoint = async ({ store }: DeliveryDeps, id: PickupPointId): Promise<PickupPointDoc> =>
  found(await store.points.find(id));
