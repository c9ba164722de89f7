import { type OfflineHandOut } from '#shared/contracts/delivery/pickupViews';
import { type PickupPointId } from '#shared/contracts/ids';
import { type z } from '#shared/contracts/zod';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { found, notFound } from '#shared/kit/domainError';
import { type PageAsked } from '../../storage/cursors';
import { type HandOutState } from '../../storage/pickupCodes';
import { handOutView } from '../../views/pickup';
import { type Delivery } from '../delivery';
import { hashIterations, offlineHash } from './codeFaces';
import { assertLeads } from './findPresented';

/** The orders of a point in one state, for its leader and operators. */
export async function listHandOuts(
  delivery: Delivery,
  pickupPointId: PickupPointId,
  caller: AccountCaller,
  { state, ...asked }: PageAsked & { readonly state: HandOutState },
) {
  const point = found(await delivery.store.points.find(pickupPointId));
  if (!holds(caller, 'operator') && point.leader?.accountId !== caller.accountId) throw notFound();
  const { items, nextCursor } = await delivery.store.codes.list(pickupPointId, state, asked);
  return { items: items.map(handOutView), nextCursor };
}

/** Everything that is ready, with hashed codes, for a phone without a signal. */
export async function getHandOutList(
  delivery: Delivery,
  pickupPointId: PickupPointId,
  caller: AccountCaller,
  asked: PageAsked,
) {
  await assertLeads(delivery, { leader: caller.accountId, pickupPointId });
  const { items, nextCursor } = await delivery.store.codes.list(pickupPointId, 'ready', asked);
  return {
    items: items.map((code): z.input<typeof OfflineHandOut> => ({
      ...handOutView(code),
      salt: code.salt,
      codeHash: offlineHash(code.salt, code.digits),
      ...(code.proxy ? { proxyHash: offlineHash(code.salt, code.proxy.digits) } : {}),
    })),
    nextCursor,
    iterations: hashIterations,
    issuedAt: delivery.now().toISOString(),
  };
}
