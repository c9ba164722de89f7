import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { ownCode, seeCode, type SeenCode } from './ownCode';

/** The shopper's own code; made now when nobody needed it before. */
export const getPickupCode = async (
  deps: DeliveryDeps,
  orderId: OrderId,
  shopper: AccountId,
): Promise<SeenCode> => seeCode(deps, await ownCode(deps, orderId, shopper));
