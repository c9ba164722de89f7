import { type Page } from '#shared/contracts/common';
import { type PayoutFileId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type VerifiedPayee } from '../../domain/payouts/payee';
import { type Payout } from '../../domain/payouts/payout';
import { type WaitingFor } from '../../storage/payouts/payoutModel';
import { type PayoutDeps } from './deps';

/** A payout with where it would go now; absent: nothing is verified. */
export type PayoutWithPayee = { readonly payout: Payout; readonly payee?: VerifiedPayee };

/** All leaders' payouts by what they wait for, or of one file, oldest first. */
export async function listPayouts(
  deps: Pick<PayoutDeps, 'payouts' | 'payees'>,
  search: { readonly waitingFor?: WaitingFor | undefined; readonly fileId?: PayoutFileId | undefined },
  wish: PageWish,
): Promise<Page<PayoutWithPayee>> {
  const { items, ...rest } = await deps.payouts.listWaiting(search, wish);
  return { ...rest, items: await withPayees(deps, items) };
}

/** The same payouts, with where each would go now. */
export async function withPayees(
  { payees }: Pick<PayoutDeps, 'payees'>,
  payouts: readonly Payout[],
): Promise<PayoutWithPayee[]> {
  const verified = await payees.verified(payouts.map(({ accountId }) => accountId));
  return payouts.map((payout) => {
    const payee = verified.get(payout.accountId);
    return { payout, ...(payee ? { payee } : {}) };
  });
}
