import { type AccountCaller } from '#shared/kit/http/caller';
import { claimIn, writeAbout } from '../../domain/claims/changes';
import { type OrdersDeps } from '../deps';
import { type ClaimFound, type Message } from './claimFound';

/** Staff ask about a claim that waits. Asked again with the same key, it stands there once. @throws {Refused} NOT_FOUND, CLAIM_ALREADY_DECIDED */
export async function askClaimant(
  { orders, now }: Pick<OrdersDeps, 'orders' | 'now'>,
  caller: AccountCaller,
  { orderId, claimId, id, text }: Message,
): Promise<ClaimFound> {
  const message = { id, text, from: 'staff', photoIds: [], by: caller.accountId } as const;
  const order = await orders.change(orderId, (current) => ({
    order: writeAbout(current, claimId, { ...message, at: now() }),
  }));
  return { order, claim: claimIn(order, claimId) };
}
