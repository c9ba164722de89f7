import { type Page } from '#shared/contracts/common';
import { type OrderId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Entry } from '../../domain/ledger/entry';
import { type SettlementDeps } from '../deps';

/** Every entry about an order, newest first. */
export const listEntriesOfOrder = (
  { ledger }: Pick<SettlementDeps, 'ledger'>,
  orderId: OrderId,
  wish: PageWish,
): Promise<Page<Entry>> => ledger.entriesOf({ orderId }, wish);
