import { type RedemptionId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { happenedAt, later } from '../../domain/happenedAt';
import { type PickupCodeDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { announceBoard } from '../live/announceBoard';
import { assertLeads, findPresented, type PresentedCode, type Presenter } from './findPresented';

type Redeemed = {
  readonly code: PickupCodeDoc;
  readonly redeemed: NonNullable<PickupCodeDoc['redeemed']>;
};

/**
 * Hands out an order against its code: one guarded write on the code, with its event, decides who was first.
 * @param key the same when the request is repeated, which gives the same redemption again.
 */
export async function redeem(
  deps: DeliveryDeps,
  presenter: Presenter,
  { code, at, key }: { code: string; at?: string | undefined; key: string },
): Promise<Redeemed> {
  const redeemedAt = happenedAt(at, deps.now());
  await assertLeads(deps, presenter);
  const presented = await findPresented(deps, presenter, code);
  const { after, redemptionId } = await redeemOnce(deps, presenter, { ...presented, redeemedAt, key });
  switch (after.status) {
    case 'waiting':
    case 'ready':
      throw new Refused('PICKUP_NOT_READY');
    case 'void':
      throw new Refused('PICKUP_CODE_WRONG');
    case 'redeemed': {
      const redeemed = found(after.redeemed);
      if (redeemed.redemptionId !== redemptionId) throw usedAlready(after);
      return { code: after, redeemed };
    }
  }
}

type Handing = PresentedCode & { readonly redeemedAt: Date; readonly key: string };
type Attempt = { readonly after: PickupCodeDoc; readonly redemptionId: RedemptionId };

/**
 * Redeems if the order is ready and these digits still open it. The same key gives the same redemption, whether it came at once or
 * was kept on a phone without a signal.
 * @returns how the code stands after, and the id of this redemption, if it was the one.
 * @throws {Refused} IDEMPOTENCY_KEY_REUSED when the key handed out another order.
 */
export async function redeemOnce(
  deps: DeliveryDeps,
  { leader, pickupPointId }: Presenter,
  { code, digits, redeemedAt, key }: Handing,
): Promise<Attempt> {
  const { store, now } = deps;
  const at = code.readyAt ? later(redeemedAt, code.readyAt) : redeemedAt;
  const byProxy = digits !== code.digits;
  const redemptionId = derivedId('red', leader, code._id, key);
  const data = { orderId: code._id, pickupPointId, redemptionId, redeemedAt: at.toISOString(), byProxy };
  const after = await store.codes.act('redeem', code._id, {
    guard: { activeDigits: digits },
    set: {
      redeemed: {
        ...{ redemptionId, at, byProxy, by: leader, key },
        ...(byProxy && code.proxy?.name !== undefined ? { proxyName: code.proxy.name } : {}),
      },
      spentDigits: code.proxy ? [code.digits, code.proxy.digits] : [code.digits],
      touchedAt: now(),
    },
    unset: ['activeDigits'],
    event: event('delivery.order_redeemed.v1', code._id, data, { now: now() }),
  });
  if (after === 'clash') throw new Refused('IDEMPOTENCY_KEY_REUSED');
  if (after) {
    deps.nudge('codes', code._id);
    announceBoard(deps, pickupPointId);
    return { after, redemptionId };
  }
  return { after: found(await store.codes.find(code._id)), redemptionId };
}

/** With when it was, for whoever holds the code. */
export const usedAlready = (code: PickupCodeDoc) =>
  new Refused('PICKUP_CODE_USED', undefined, {
    orderId: code._id,
    ...(code.redeemed ? { redeemedAt: code.redeemed.at.toISOString() } : {}),
  });
