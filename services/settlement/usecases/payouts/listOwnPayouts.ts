import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Payout } from '../../domain/payouts/payout';
import { type Leader, type PayoutDeps } from './deps';

/** A leader's payouts, newest first. */
export const listOwnPayouts = (
  { payouts }: Pick<PayoutDeps, 'payouts'>,
  { accountId }: Leader,
  wish: PageWish,
): Promise<Page<Payout>> => payouts.list(accountId, wish);
