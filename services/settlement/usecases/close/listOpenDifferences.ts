import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Difference } from '../../domain/close/difference';
import { type SettlementDeps } from '../deps';

/** What nobody decided yet, the oldest day first. */
export const listOpenDifferences = (
  { differences }: Pick<SettlementDeps, 'differences'>,
  wish: PageWish,
): Promise<Page<Difference>> => differences.listOpen(wish);
