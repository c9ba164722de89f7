import { type HandOut, type Redemption } from '#shared/contracts/delivery/pickupViews';
import { type RedemptionId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { happenedAt, later } from '../../domain/happenedAt';
import { type PickupCodeDoc } from '../../storage/documents';
import { handOutView } from '../../views/pickup';
import { type Delivery, event } from '../delivery';
import { announceBoard } from '../live/announce';
import { assertLeads, findPresented, type PresentedCode, type Presenter } from './findPresented';

/** What to hand out to whoever presents this code. */
export async function lookUpCode(
  delivery: Delivery,
  presenter: Presenter,
  presented: string,
): Promise<HandOut> {
  await assertLeads(delivery, presenter);
  const { code } = await findPresented(delivery, presenter, presented);
  if (code.status === 'redeemed') throw usedAlready(code);
  return handOutView(code);
}

/**
 * Hands out an order against its code: one guarded write on the code, with its event, decides who was first.
 * @param redemptionId the same when the request is repeated, which gives the same redemption again.
 */
export async function redeem(
  delivery: Delivery,
  presenter: Presenter,
  { code, at, redemptionId }: { code: string; at?: string | undefined; redemptionId: RedemptionId },
): Promise<Redemption> {
  const redeemedAt = happenedAt(at, delivery.now());
  await assertLeads(delivery, presenter);
  const presented = await findPresented(delivery, presenter, code);
  const after = await redeemOnce(delivery, presenter, { ...presented, redeemedAt, redemptionId });
  switch (after.status) {
    case 'waiting':
    case 'ready':
      throw new Refused('PICKUP_NOT_READY');
    case 'void':
      throw new Refused('PICKUP_CODE_WRONG');
    case 'redeemed': {
      const redeemed = found(after.redeemed);
      if (redeemed.redemptionId !== redemptionId) throw usedAlready(after);
      return {
        redemptionId,
        orderId: after._id,
        redeemedAt: redeemed.at.toISOString(),
        byProxy: redeemed.byProxy,
        handOut: handOutView(after),
      };
    }
  }
}

type Claim = PresentedCode & { readonly redeemedAt: Date; readonly redemptionId: RedemptionId };

/** Redeems if the order is ready and these digits still open it; answers how the code stands after. */
export async function redeemOnce(
  delivery: Delivery,
  { leader, pickupPointId }: Presenter,
  { code, digits, redeemedAt, redemptionId }: Claim,
): Promise<PickupCodeDoc> {
  const { store, now } = delivery;
  const at = code.readyAt ? later(redeemedAt, code.readyAt) : redeemedAt;
  const byProxy = digits !== code.digits;
  const data = { orderId: code._id, pickupPointId, redemptionId, redeemedAt: at.toISOString(), byProxy };
  const after = await store.codes.change(
    code._id,
    { status: 'ready', activeDigits: digits },
    {
      set: {
        status: 'redeemed',
        redeemed: {
          ...{ redemptionId, at, byProxy, by: leader },
          ...(byProxy && code.proxy?.name !== undefined ? { proxyName: code.proxy.name } : {}),
        },
        spentDigits: code.proxy ? [code.digits, code.proxy.digits] : [code.digits],
        touchedAt: now(),
      },
      unset: ['activeDigits'],
      event: event('delivery.order_redeemed.v1', code._id, data, { now: now() }),
    },
  );
  if (after && after !== 'clash') {
    delivery.nudge('codes', code._id);
    announceBoard(delivery, pickupPointId);
    return after;
  }
  return found(await store.codes.find(code._id));
}

const usedAlready = (code: PickupCodeDoc) =>
  new Refused('PICKUP_CODE_USED', undefined, {
    orderId: code._id,
    ...(code.redeemed ? { redeemedAt: code.redeemed.at.toISOString() } : {}),
  });
