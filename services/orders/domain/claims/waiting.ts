import { type LineId } from '#shared/contracts/ids';
import { type Claim, claimsOf, type WithClaims } from './claim';
import { canClaim, waits } from './claimLifecycle';

/** Claims of an order that wait for a decision, the longest waiting first. */
export const waitingClaims = (order: WithClaims): Claim[] =>
  claimsOf(order)
    .filter(({ status }) => waits(status))
    .sort((a, b) => waitingSince(a).getTime() - waitingSince(b).getTime());

/** Since when a claim waits for the decision that comes next. */
export const waitingSince = ({ openedAt, appeal }: Pick<Claim, 'openedAt' | 'appeal'>): Date =>
  appeal?.at ?? openedAt;

/** Whether staff asked something that nobody answered yet. */
export const waitsForAnswer = ({ status, messages }: Claim): boolean =>
  waits(status) && messages.at(-1)?.from === 'staff';

/**
 * When an order with claims may close: when no claim waits, no window is open, and nothing can be appealed any more.
 * @returns undefined while a claim waits
 */
export function closesFrom(order: WithClaims, closesAt: Date): Date | undefined {
  if (waitingClaims(order).length > 0) return undefined;
  const appeals = claimsOf(order).flatMap(({ status, appealUntil }) =>
    canClaim('appeal', status) && appealUntil ? [appealUntil] : [],
  );
  return new Date(Math.max(closesAt.getTime(), ...appeals.map((at) => at.getTime())));
}

/** Since when claims of a line wait for people, and until when; without an end, one still does. Undefined: none ever did. */
export function waitOfLine(
  order: WithClaims,
  lineId: LineId,
): { readonly since: Date; readonly until?: Date } | undefined {
  const looked = claimsOf(order).filter((claim) => claim.lineId === lineId && claim.review.length > 0);
  if (looked.length === 0) return undefined;
  const open = looked.filter(({ status }) => waits(status)).map((claim) => waitingSince(claim).getTime());
  if (open.length > 0) return { since: new Date(Math.min(...open)) };
  const since = Math.max(...looked.map((claim) => waitingSince(claim).getTime()));
  const ends = looked.map(({ openedAt, decisions }) => (decisions.at(-1)?.at ?? openedAt).getTime());
  return { since: new Date(since), until: new Date(Math.max(...ends)) };
}
