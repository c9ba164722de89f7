import { type OrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { causesLeft, claimableFen, closedBecause, windowEnd } from '../../domain/claims/claimable';
import { reviewOf } from '../../domain/claims/review';
import { priceOfLine } from '../../domain/owed';
import { accountRate, ordersOfLot } from './accountRate';
import { type ClaimDeps } from './claimDeps';
import { orderWithTerms } from './orderToClaimFor';
import { dayNumberFor } from './dayNumberFor';

/** What can be claimed for an order, line by line. @throws {Refused} NOT_FOUND */
export async function getClaimTerms(deps: ClaimDeps, caller: AccountCaller, orderId: OrderId) {
  const order = await orderWithTerms(deps, caller, orderId);
  const [rules, number, account] = await Promise.all([
    deps.terms.rules(order.cityId),
    dayNumberFor(deps, order),
    accountRate(deps, order),
  ]);
  const byLeader = order.accountId !== caller.accountId;
  const photo = { source: 'camera', numberOfTheDay: true, hasNearDuplicate: false } as const;
  const lines = await Promise.all(
    order.lines.map(async (line) => {
      const of = await ordersOfLot(deps, order, line);
      const about = { askedFen: 0, cause: 'spoiled', byLeader, photos: [photo] } as const;
      const isAtOnce = reviewOf({ ...about, account, ordersOfLot: of }, rules).length === 0;
      return {
        line,
        until: windowEnd(order, line, rules),
        closed: closedBecause(order, line, rules, deps.now()),
        causes: causesLeft(order, line.lineId),
        baseFen: priceOfLine(line),
        leftFen: claimableFen(order, line.lineId),
        atOnceFen: isAtOnce ? rules.claimInstantLimitFen : 0,
      };
    }),
  );
  return { order, ...number, decidedWithinHours: rules.claimDecisionHours, lines };
}

export type ClaimTermsFound = Awaited<ReturnType<typeof getClaimTerms>>;
