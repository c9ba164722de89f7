import { type ClaimId, type OrderId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PayerWish } from '../../domain/charges';
import { claimIn, decideClaim as decided } from '../../domain/claims/changes';
import { type OrdersDeps } from '../deps';
import { type ClaimFound } from './claimFound';

type Wish = {
  readonly orderId: OrderId;
  readonly claimId: ClaimId;
  /** Of the request: sent again, it is one decision. */
  readonly id: string;
  /** What goes back for it in all. */
  readonly fen: number;
  readonly reason: string;
  readonly payer: PayerWish;
};

/**
 * Decides a claim. What goes back, who bears it and the claim change in one write; of two who decide at once one is refused. Paying is
 * done by whoever looks after the order.
 * @throws {Refused} NOT_FOUND, CLAIM_ALREADY_DECIDED, CLAIM_TOO_MUCH, CLAIM_LESS_THAN_PAID, PAYER_NOT_NAMED
 */
export async function decideClaim(
  { orders, terms, now }: Pick<OrdersDeps, 'orders' | 'terms' | 'now'>,
  caller: AccountCaller,
  { orderId, claimId, id, fen, reason, payer }: Wish,
): Promise<ClaimFound> {
  const before = found(await orders.find(orderId));
  const rules = await terms.rules(before.cityId);
  const order = await orders.change(
    orderId,
    (current) =>
      decided(current, claimId, { id, fen, reason, ...payer, by: caller.accountId, at: now() }, rules),
    before,
  );
  return { order, claim: claimIn(order, claimId) };
}
