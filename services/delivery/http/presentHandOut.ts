import { type HandOut, type OfflineHandOut, type Redemption } from '#shared/contracts/delivery/pickupViews';
import { type z } from '#shared/contracts/zod';
import { type PickupCodeDoc } from '../storage/documents';
import { hashIterations, offlineHash } from '../tokens/codeFaces';
import { type getHandOutList } from '../usecases/pickup/getHandOutList';
import { type redeem } from '../usecases/pickup/redeem';
import { presentPage } from '#shared/kit/mongo/pages';

/** One order as the leader hands it out; nothing of its code. */
export function presentHandOut(code: PickupCodeDoc): HandOut {
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

/** The same for a phone without a signal, which checks what is presented by the hashes. */
const presentOffline = (code: PickupCodeDoc): z.input<typeof OfflineHandOut> => ({
  ...presentHandOut(code),
  salt: code.salt,
  // Codes from before they were kept with their hashes have none.
  codeHash: code.codeHash ?? offlineHash(code.salt, code.digits),
  ...(code.proxy ? { proxyHash: code.proxy.hash ?? offlineHash(code.salt, code.proxy.digits) } : {}),
});

/** Everything that is ready, for a phone without a signal. */
export const presentHandOutList = (list: Awaited<ReturnType<typeof getHandOutList>>) => ({
  ...presentPage(list, presentOffline),
  iterations: hashIterations,
  issuedAt: list.issuedAt.toISOString(),
});

/** That an order was handed out. */
export const presentRedemption = ({ code, redeemed }: Awaited<ReturnType<typeof redeem>>): Redemption => ({
  redemptionId: redeemed.redemptionId,
  orderId: code._id,
  redeemedAt: redeemed.at.toISOString(),
  byProxy: redeemed.byProxy,
  handOut: presentHandOut(code),
});
