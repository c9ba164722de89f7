import { type Page } from '#shared/contracts/common';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Entry } from '../../domain/ledger/entry';
import { type SettlementDeps } from '../deps';

/** The caller's commission, entry by entry, newest first. */
export const listCommissionEntries = (
  { ledger }: Pick<SettlementDeps, 'ledger'>,
  { accountId }: AccountCaller,
  wish: PageWish,
): Promise<Page<Entry>> => ledger.commissionOf(accountId, wish);
