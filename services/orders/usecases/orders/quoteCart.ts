import { type AccountId } from '#shared/contracts/ids';
import { type CartQuote, type CartWish, priceWish, type PricingDeps } from './priceWish';

/**
 * The price of a cart for who looks at it: says also what is sold out. Whoever places an order asks no stock beforehand, the
 * reservation decides.
 */
export async function quoteCart(
  deps: PricingDeps,
  wish: CartWish,
  accountId: AccountId | undefined,
): Promise<CartQuote> {
  return priceWish(
    deps,
    wish,
    accountId,
    await deps.terms.stockLeft(wish.lines.map(({ offerId }) => offerId)),
  );
}
