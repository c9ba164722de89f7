import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { pickupCan } from '../../domain/lifecycle';
import { hasCode } from '../../domain/orderStage';
import { type PickupCodeDoc, type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { knownOrder } from '../followed/knownOrder';
import { type CodeFace, codeFace } from '../../tokens/codeFaces';
import { makeCode } from './makeCode';

/** How often a change is tried again when the code was changed at the same time. */
export const maxCodeTries = 8;

export type SeenCode = {
  readonly code: PickupCodeDoc;
  readonly point: PickupPointDoc;
  readonly face: CodeFace;
  readonly proxyFace?: CodeFace;
};

/** The code of the shopper's own paid order. */
export async function ownCode(
  deps: DeliveryDeps,
  orderId: OrderId,
  shopper: AccountId,
): Promise<PickupCodeDoc> {
  const { store } = deps;
  const code = await store.codes.find(orderId);
  if (code) {
    if (code.accountId !== shopper) throw notFound();
    return code;
  }
  const order = await knownOrder(deps, orderId);
  if (order.accountId !== shopper || !hasCode(order.status)) throw notFound();
  return makeCode(deps, order);
}

/** @throws {Refused} PICKUP_CODE_USED once nothing more can be done with it. */
export async function usableCode(
  deps: DeliveryDeps,
  orderId: OrderId,
  shopper: AccountId,
): Promise<PickupCodeDoc> {
  const code = await ownCode(deps, orderId, shopper);
  if (!pickupCan('share', code.status)) throw new Refused('PICKUP_CODE_USED');
  return code;
}

/** A code with its point and what can be shown of it. */
export async function seeCode({ store, signingKey }: DeliveryDeps, code: PickupCodeDoc): Promise<SeenCode> {
  return {
    code,
    point: found(await store.points.find(code.pickupPointId)),
    face: codeFace(signingKey, code._id, code.digits),
    ...(code.proxy ? { proxyFace: codeFace(signingKey, code._id, code.proxy.digits) } : {}),
  };
}
