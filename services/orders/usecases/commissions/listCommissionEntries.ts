import { type Page } from '#shared/contracts/common';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type LedgerEntry } from '../../domain/ledger';
import { type OrdersDeps } from '../deps';

/** The caller's commission, entry by entry, newest first. */
export const listCommissionEntries = (
  { ledger }: Pick<OrdersDeps, 'ledger'>,
  { accountId }: AccountCaller,
  wish: PageWish,
): Promise<Page<LedgerEntry>> => ledger.list(accountId, wish);
