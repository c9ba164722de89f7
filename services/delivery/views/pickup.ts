import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { type PickupCodeDoc } from '../storage/documents';

/** One order as the leader hands it out; nothing of its code. */
export function handOutView(code: PickupCodeDoc): HandOut {
  const { handOut, decision, redeemed } = code;
  return {
    orderId: code._id,
    pickupPointId: code.pickupPointId,
    status: code.status,
    recipientName: handOut?.recipientName ?? '',
    phoneTail: handOut?.phoneTail ?? '',
    fulfilment: handOut?.fulfilment ?? 'pickup',
    ...(handOut?.address === undefined ? {} : { address: handOut.address }),
    lines: [...(handOut?.lines ?? [])],
    ...(code.readyAt ? { readyAt: code.readyAt.toISOString() } : {}),
    ...(code.collectBefore ? { collectBefore: code.collectBefore.toISOString() } : {}),
    ...(code.overdueSince ? { overdueSince: code.overdueSince.toISOString() } : {}),
    ...(decision
      ? { decision: { kind: decision.kind, note: decision.note, at: decision.at.toISOString() } }
      : {}),
    ...(redeemed
      ? {
          redeemed: {
            redemptionId: redeemed.redemptionId,
            at: redeemed.at.toISOString(),
            byProxy: redeemed.byProxy,
            proxyName: redeemed.proxyName,
          },
        }
      : {}),
  };
}
