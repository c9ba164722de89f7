import { type CityRules } from '#shared/contracts/cityRules';
import { type LineId } from '#shared/contracts/ids';
import { worthOfShare } from '#shared/contracts/orders/claimShare';
import { type ClaimCause, ClaimCause as Causes, type ClaimShare } from '#shared/contracts/orders/claimViews';
import { Refused } from '#shared/kit/domainError';
import { claimableUntil } from '../commission';
import { type OrderLine } from '../line';
import { type Order } from '../order';
import { priceOfLine } from '../owed';
import { refundableOfLine } from '../refunds';
import { claimsOf } from './claim';
import { waits } from './claimLifecycle';

type WindowRules = Pick<CityRules, 'freshClaimHours' | 'otherClaimDays'>;
type Closed = 'not_collected' | 'window_over' | 'nothing_left';

/** Until when a line can be claimed for: its window, and never longer than its order is open. Undefined: it was not collected. */
export function windowEnd(order: Order, line: OrderLine, rules: WindowRules): Date | undefined {
  if (!('collectedAt' in order.facts)) return undefined;
  const { collectedAt } = order.facts;
  const until = claimableUntil(line, collectedAt, rules);
  const closed = order.status === 'closed' ? order.facts.closedAt : until;
  return closed < until ? closed : until;
}

/** What can still be claimed of a line, in fen: what is not returned, nor asked for by a claim that waits. */
export function claimableFen(order: Order, lineId: LineId): number {
  const asked = claimsOf(order)
    .filter((claim) => claim.lineId === lineId && waits(claim.status) && !claim.appeal)
    .reduce((sum, { askedFen }) => sum + askedFen, 0);
  return Math.max(0, refundableOfLine(order, lineId) - asked);
}

/** Why nothing can be claimed of a line at `now`; undefined: something can. */
export function closedBecause(
  order: Order,
  line: OrderLine,
  rules: WindowRules,
  now: Date,
): Closed | undefined {
  const until = windowEnd(order, line, rules);
  if (until === undefined || line.allocated === 0) return 'not_collected';
  if (now >= until || order.status !== 'collected') return 'window_over';
  return claimableFen(order, line.lineId) === 0 ? 'nothing_left' : undefined;
}

/** Causes that no claim of the line has named yet. */
export const causesLeft = (order: Order, lineId: LineId): ClaimCause[] =>
  Causes.options.filter(
    (cause) => !claimsOf(order).some((claim) => claim.lineId === lineId && claim.cause === cause),
  );

/**
 * What a share of a line is worth, in fen (rule 13): that part of what its goods cost, and never more than can still be claimed.
 * @throws {Refused} CLAIM_TOO_MUCH for more units than were handed out, CLAIM_NOTHING_LEFT
 */
export function fenOfShare(order: Order, line: OrderLine, share: ClaimShare): number {
  const base = priceOfLine(line);
  const left = claimableFen(order, line.lineId);
  if (share.kind === 'units' && share.units > line.allocated) throw new Refused('CLAIM_TOO_MUCH');
  const fen = Math.min(worthOfShare(base, line.allocated, share), left);
  if (fen <= 0) throw new Refused('CLAIM_NOTHING_LEFT');
  return fen;
}
