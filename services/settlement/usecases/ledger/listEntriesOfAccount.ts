import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type LedgerAccount } from '../../domain/ledger/account';
import { type Entry } from '../../domain/ledger/entry';
import { type SettlementDeps } from '../deps';

/** What was posted to an account, newest first. */
export const listEntriesOfAccount = (
  { ledger }: Pick<SettlementDeps, 'ledger'>,
  account: LedgerAccount,
  wish: PageWish,
): Promise<Page<Entry>> => ledger.entriesOf({ account }, wish);
