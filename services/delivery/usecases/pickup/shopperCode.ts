import { type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type PickupCodeDoc } from '../../storage/documents';
import { pickupPointView } from '../../views/pickupPoints';
import { type Delivery } from '../delivery';
import { knownOrder } from '../followed/knownOrder';
import { newDigits, qrText } from './codeFaces';
import { makeCode } from './makeCode';

const paidStatuses: ReadonlySet<string> = new Set([
  'paid',
  'consolidated',
  'in_transit',
  'ready',
  'collected',
  'closed',
]);
const maxTries = 8;

/** The shopper's own code; made now when nobody needed it before. */
export async function getPickupCode(delivery: Delivery, orderId: OrderId, shopper: AccountId) {
  return view(delivery, await ownCode(delivery, orderId, shopper));
}

/** Gives digits of their own to somebody else; those of an earlier proxy end in the same write. */
export async function giveToProxy(
  delivery: Delivery,
  orderId: OrderId,
  shopper: AccountId,
  name: string | undefined,
): Promise<PickupCodeView> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const code = await usableCode(delivery, orderId, shopper);
    const digits = newDigits();
    const createdAt = delivery.now();
    const after = await delivery.store.codes.change(
      orderId,
      { version: code.version, status: code.status },
      {
        set: {
          proxy: { digits, createdAt, ...(name === undefined ? {} : { name }) },
          activeDigits: [code.digits, digits],
          touchedAt: createdAt,
        },
      },
    );
    if (after && after !== 'clash') return view(delivery, after);
  }
  throw new Refused('CHANGED_MEANWHILE');
}

/** Ends the proxy's digits at once; without a proxy there is nothing to do. */
export async function revokeProxy(
  delivery: Delivery,
  orderId: OrderId,
  shopper: AccountId,
): Promise<PickupCodeView> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const code = await usableCode(delivery, orderId, shopper);
    if (!code.proxy) return view(delivery, code);
    const after = await delivery.store.codes.change(
      orderId,
      { version: code.version, status: code.status },
      { set: { activeDigits: [code.digits], touchedAt: delivery.now() }, unset: ['proxy'] },
    );
    if (after && after !== 'clash') return view(delivery, after);
  }
  throw new Refused('CHANGED_MEANWHILE');
}

async function ownCode(delivery: Delivery, orderId: OrderId, shopper: AccountId): Promise<PickupCodeDoc> {
  const { store } = delivery;
  const code = await store.codes.find(orderId);
  if (code) {
    if (code.accountId !== shopper) throw notFound();
    return code;
  }
  const order = await knownOrder(delivery, orderId);
  if (order.accountId !== shopper || !paidStatuses.has(order.status)) throw notFound();
  return makeCode(delivery, order);
}

async function usableCode(delivery: Delivery, orderId: OrderId, shopper: AccountId): Promise<PickupCodeDoc> {
  const code = await ownCode(delivery, orderId, shopper);
  if (code.status === 'redeemed' || code.status === 'void') throw new Refused('PICKUP_CODE_USED');
  return code;
}

async function view({ store, signingKey }: Delivery, code: PickupCodeDoc): Promise<PickupCodeView> {
  const point = found(await store.points.find(code.pickupPointId));
  const face = (digits: string) => ({ digits, qr: qrText(signingKey, code._id, digits) });
  return {
    orderId: code._id,
    status: code.status,
    ...face(code.digits),
    pickupPoint: pickupPointView(point),
    ...(code.readyAt ? { readyAt: code.readyAt.toISOString() } : {}),
    ...(code.redeemed ? { redeemedAt: code.redeemed.at.toISOString() } : {}),
    ...(code.collectBefore ? { collectBefore: code.collectBefore.toISOString() } : {}),
    ...(code.proxy
      ? {
          proxy: {
            ...face(code.proxy.digits),
            name: code.proxy.name,
            createdAt: code.proxy.createdAt.toISOString(),
          },
        }
      : {}),
    version: code.version,
  };
}
