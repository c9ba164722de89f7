import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Entry } from '../../domain/ledger/entry';
import { type SettlementDeps } from '../deps';

/** Every entry about a payout, newest first. */
export const listEntriesOfPayout = (
  { ledger }: Pick<SettlementDeps, 'ledger'>,
  payoutId: string,
  wish: PageWish,
): Promise<Page<Entry>> => ledger.entriesOf({ payoutId }, wish);
