import { subDays } from 'date-fns';
import { type Order } from '../../domain/order';
import { type OrderLine } from '../../domain/line';
import { type Rate } from '../../domain/claims/review';
import { claimsOf } from '../../domain/claims/claim';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'claims' | 'now'>;

/** Rates are looked at for so long. */
const days = 30;
export const ratesSince = ({ now }: Pick<Deps, 'now'>): Date => subDays(now(), days);

/** How the account claims, claims on this order included. */
export async function accountRate(deps: Deps, order: Order): Promise<Rate> {
  const { accountId, id } = order;
  const others = await deps.claims.rate({ accountId }, ratesSince(deps), id);
  return { ...others, claims: others.claims + claimsOf(order).length };
}

/** How many other orders claim for the lot of a line. */
export async function ordersOfLot(deps: Deps, { id }: Order, { offer }: OrderLine): Promise<number> {
  const { lotId } = offer;
  if (lotId === undefined) return 0;
  const { claims } = await deps.claims.rate({ 'lines.offer.lotId': lotId }, ratesSince(deps), id);
  return claims;
}
