import { type Page } from '#shared/contracts/common';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { claimsOf } from '../../domain/claims/claim';
import { type OrdersDeps } from '../deps';
import { type ClaimFound } from './claimFound';

/** The claims on the caller's orders; a page has so many orders, each with all its claims. */
export async function listMyClaims(
  { claims }: Pick<OrdersDeps, 'claims'>,
  { accountId }: AccountCaller,
  wish: PageWish,
): Promise<Page<ClaimFound>> {
  const { items, ...more } = await claims.ofAccount(accountId, wish);
  return { ...more, items: items.flatMap((order) => claimsOf(order).map((claim) => ({ order, claim }))) };
}
