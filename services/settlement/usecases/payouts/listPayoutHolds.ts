import { type Page } from '#shared/contracts/common';
import { type AccountId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Hold } from '../../domain/payouts/hold';
import { type PayoutDeps } from './deps';

/** What is and was kept back, newest first; of one leader when asked. */
export const listPayoutHolds = (
  { payoutHolds }: Pick<PayoutDeps, 'payoutHolds'>,
  accountId: AccountId | undefined,
  wish: PageWish,
): Promise<Page<Hold>> => payoutHolds.list(accountId, wish);
