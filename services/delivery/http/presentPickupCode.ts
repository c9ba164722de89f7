import { type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { type SeenCode } from '../usecases/pickup/ownCode';
import { presentPickupPoint } from './presentPickupPoint';

/** A shopper's credential. */
export const presentPickupCode = ({ code, point, face, proxyFace }: SeenCode): PickupCodeView => ({
  orderId: code._id,
  status: code.status,
  ...face,
  pickupPoint: presentPickupPoint(point),
  ...(code.handOut ? { fulfilment: code.handOut.fulfilment } : {}),
  ...(code.readyAt ? { readyAt: code.readyAt.toISOString() } : {}),
  ...(code.redeemed ? { redeemedAt: code.redeemed.at.toISOString() } : {}),
  ...(code.collectBefore ? { collectBefore: code.collectBefore.toISOString() } : {}),
  ...(code.proxy && proxyFace
    ? { proxy: { ...proxyFace, name: code.proxy.name, createdAt: code.proxy.createdAt.toISOString() } }
    : {}),
  version: code.version,
});
