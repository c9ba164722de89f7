import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type PayoutDeps } from './deps';
import { type FileProgress, progressOf } from './fileProgress';

/** The files for the bank with how far they are, newest first. */
export async function listPayoutFiles(
  deps: Pick<PayoutDeps, 'payouts' | 'payoutFiles'>,
  wish: PageWish,
): Promise<Page<FileProgress>> {
  const { items, ...rest } = await deps.payoutFiles.list(wish);
  return { ...rest, items: await Promise.all(items.map((file) => progressOf(deps, file))) };
}
