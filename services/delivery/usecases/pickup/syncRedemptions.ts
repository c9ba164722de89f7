import { type SyncOutcome } from '#shared/contracts/delivery/pickupViews';
import { type OrderId, type RedemptionId } from '#shared/contracts/ids';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type PickupCodeDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { assertLeads, findPresented, type Presenter } from './findPresented';
import { redeemOnce } from './redeem';

export type OfflineRedemption = { readonly key: string; readonly code: string; readonly at: string };
export type SyncResult = {
  readonly key: string;
  readonly outcome: SyncOutcome;
  readonly orderId?: OrderId;
  readonly redemptionId?: RedemptionId;
  readonly redeemedAt?: string;
};

/**
 * Redemptions that a phone made without a signal, in its order, each with an outcome of its own. The phone's clock says when, but
 * never later than now. Sent again, by this way or as single redemptions, they have the same ids and find themselves.
 */
export async function syncRedemptions(
  deps: DeliveryDeps,
  presenter: Presenter,
  redemptions: readonly OfflineRedemption[],
): Promise<readonly SyncResult[]> {
  await assertLeads(deps, presenter);
  const results: SyncResult[] = [];
  for (const one of redemptions) results.push(await syncOne(deps, presenter, one));
  return results;
}

async function syncOne(
  deps: DeliveryDeps,
  presenter: Presenter,
  { key, code, at }: OfflineRedemption,
): Promise<SyncResult> {
  const now = deps.now();
  const told = new Date(at);
  try {
    const presented = await findPresented(deps, presenter, code);
    const redeemedAt = told > now ? now : told;
    const { after, redemptionId } = await redeemOnce(deps, presenter, { ...presented, redeemedAt, key });
    return { key, orderId: after._id, ...outcomeOf(after, redemptionId) };
  } catch (error) {
    if (isRefusal(error, 'PICKUP_CODE_WRONG')) return { key, outcome: 'wrong_code' };
    if (isRefusal(error, 'PICKUP_LOCKED')) return { key, outcome: 'locked' };
    if (isRefusal(error, 'IDEMPOTENCY_KEY_REUSED')) return { key, outcome: 'key_reused' };
    throw error;
  }
}

function outcomeOf({ status, redeemed }: PickupCodeDoc, own: RedemptionId): Omit<SyncResult, 'key'> {
  switch (status) {
    case 'waiting':
    case 'ready':
      return { outcome: 'not_ready' };
    case 'void':
      return { outcome: 'void' };
    case 'redeemed':
      return {
        outcome: redeemed?.redemptionId === own ? 'redeemed' : 'already_redeemed',
        ...(redeemed ? { redemptionId: redeemed.redemptionId, redeemedAt: redeemed.at.toISOString() } : {}),
      };
  }
}
