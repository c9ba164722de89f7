import { addHours } from 'date-fns';
import { type CityRules } from '#shared/contracts/cityRules';
import { type AccountId, type ClaimId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { chargeRefund, payerNamed, type PayerWish } from '../charges';
import { amend, leaderOfOrder, type Order } from '../order';
import { claimDecided, claimOpened, type OrderEvent } from '../orderEvents';
import { addRefund, refundableOfLine, refundIdOf } from '../refunds';
import { type Claim, type ClaimDecision, type ClaimMessage, claimsOf, grantedFen } from './claim';
import { closedBecause, fenOfShare } from './claimable';
import { afterClaim, waits } from './claimLifecycle';
import { proposedPayer } from './liability';

type Changed = { readonly order: Order; readonly events: readonly OrderEvent[] };
type Wished = Omit<Claim, 'askedFen' | 'status' | 'messages' | 'decisions' | 'openedAt'>;

/** The claim `claimId` of `order`. @throws {Refused} NOT_FOUND */
export const claimIn = (order: Order, claimId: ClaimId): Claim =>
  found(claimsOf(order).find((claim) => claim.claimId === claimId));

/**
 * What a new claim would ask for, in fen.
 * @throws {Refused} NOT_FOUND, CLAIM_NOT_COLLECTED, CLAIM_WINDOW_OVER, CLAIM_NOTHING_LEFT, CLAIM_EXISTS, CLAIM_TOO_MUCH
 */
export function fenAsked(
  order: Order,
  { lineId, cause, share }: Pick<Claim, 'lineId' | 'cause' | 'share'>,
  rules: CityRules,
  now: Date,
): number {
  const line = found(order.lines.find((one) => one.lineId === lineId));
  if (claimsOf(order).some((claim) => claim.lineId === lineId && claim.cause === cause))
    throw new Refused('CLAIM_EXISTS');
  const closed = closedBecause(order, line, rules, now);
  if (closed === 'not_collected') throw new Refused('CLAIM_NOT_COLLECTED');
  if (closed === 'window_over') throw new Refused('CLAIM_WINDOW_OVER');
  if (closed === 'nothing_left') throw new Refused('CLAIM_NOTHING_LEFT');
  return fenOfShare(order, line, share);
}

/**
 * `order` with a new claim: with `review` reasons it waits for a person, without any it is paid in the same write (rule 23).
 * @throws as `fenAsked` does
 */
export function openClaim(order: Order, wish: Wished, rules: CityRules, now: Date): Changed {
  const askedFen = fenAsked(order, wish, rules, now);
  const claim: Claim = {
    ...wish,
    askedFen,
    status: 'open',
    openedAt: now,
    messages: [],
    decisions: [],
  };
  const claims = [...claimsOf(order), claim];
  if (claim.review.length > 0) {
    const opened = amend(order, { claims });
    return { order: opened, events: [claimOpened(opened, claim)] };
  }
  const { payer, accountId } = proposedPayer(claim.cause, leaderOfOrder(order));
  const decision = { id: 'at_once', fen: askedFen, payer, accountId, at: now };
  // Opened and decided in one version.
  const { order: paid, events } = decideClaim({ ...order, claims }, claim.claimId, decision, rules);
  return { order: paid, events: [claimOpened(paid, claim), ...events] };
}

export type Decision = Omit<ClaimDecision, 'payer'> & PayerWish;

/**
 * `order` after a claim was decided: what goes back for it in all, and who bears it, in one change. The same decision again changes
 * nothing.
 * @throws {Refused} NOT_FOUND, CLAIM_ALREADY_DECIDED, CLAIM_TOO_MUCH, CLAIM_LESS_THAN_PAID, PAYER_NOT_NAMED, IDEMPOTENCY_KEY_REUSED
 */
export function decideClaim(
  order: Order,
  claimId: ClaimId,
  { accountId, ...decision }: Decision,
  { claimAppealHours }: Pick<CityRules, 'claimAppealHours'>,
): Changed {
  const claim = claimIn(order, claimId);
  const known = claim.decisions.find(({ id }) => id === decision.id);
  if (known && !isSame(known, decision)) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  if (known) return { order, events: [] };
  const isLast = claim.status === 'appealed';
  const outcome = outcomeOf(claim, decision.fen);
  const status = afterClaim(isLast ? 'decide' : outcome, claim.status);
  const before = grantedFen(claim);
  const more = decision.fen - before;
  if (more < 0) throw new Refused('CLAIM_LESS_THAN_PAID');
  if (decision.fen > claim.askedFen || more > refundableOfLine(order, claim.lineId))
    throw new Refused('CLAIM_TOO_MUCH');
  const named = payerNamed(order, [claim.lineId], { payer: decision.payer, accountId });
  const canAppeal = !isLast && outcome !== 'grant';
  const decided: Claim = {
    ...claim,
    status,
    decisions: [...claim.decisions, decision],
    ...(canAppeal ? { appealUntil: addHours(decision.at, claimAppealHours) } : {}),
  };
  const paid = more > 0 ? paidBack(order, decided, { fen: more, at: decision.at }) : order;
  const next = chargedFor(replaced(paid, decided), decided, { ...named, at: decision.at, by: decision.by });
  const whole = { ...next, version: order.version + 1 };
  return { order: whole, events: [claimDecided(whole, decided)] };
}

const isSame = (one: ClaimDecision, other: ClaimDecision): boolean =>
  one.fen === other.fen && one.payer === other.payer && one.reason === other.reason;

const outcomeOf = ({ askedFen }: Claim, fen: number): 'grant' | 'grant_partly' | 'decline' =>
  fen >= askedFen ? 'grant' : fen > 0 ? 'grant_partly' : 'decline';

const refundOf = (order: Order, { claimId }: Claim, decision: number) =>
  refundIdOf(order, `claim:${claimId}/${decision}`);

type Back = { readonly fen: number; readonly at: Date };

function paidBack(order: Order, claim: Claim, { fen, at }: Back): Order {
  const refundId = refundOf(order, claim, claim.decisions.length);
  const { lineId } = claim;
  return addRefund(order, { refundId, reason: 'claim', lines: [{ lineId, fen }], deliveryFeeFen: 0 }, at);
}

type Named = ReturnType<typeof payerNamed> & { readonly at: Date; readonly by: AccountId | undefined };

/** The last decision names who bears everything that went back for the claim. */
function chargedFor(order: Order, claim: Claim, { by, ...named }: Named): Order {
  const refunds = new Set(claim.decisions.map((_, decision) => refundOf(order, claim, decision + 1)));
  return order.refunds
    .filter(({ refundId }) => refunds.has(refundId))
    .reduce<Order>(
      (next, { refundId }) =>
        chargeRefund(next, refundId, { ...named, because: 'claim', ...(by ? { by } : {}) }),
      order,
    );
}

const replaced = (order: Order, claim: Claim): Order =>
  amend(order, {
    claims: claimsOf(order).map((one) => (one.claimId === claim.claimId ? claim : one)),
  });

/**
 * `order` with a message about a claim that waits. The same message again changes nothing.
 * @throws {Refused} NOT_FOUND, CLAIM_ALREADY_DECIDED, IDEMPOTENCY_KEY_REUSED
 */
export function writeAbout(order: Order, claimId: ClaimId, message: ClaimMessage): Order {
  const claim = claimIn(order, claimId);
  const known = claim.messages.find(({ id }) => id === message.id);
  if (known && known.text !== message.text) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  if (known) return order;
  if (!waits(claim.status)) throw new Refused('CLAIM_ALREADY_DECIDED');
  return replaced(order, { ...claim, messages: [...claim.messages, message] });
}

/**
 * `order` with an appeal against what was decided of a claim. Appealing again changes nothing while it waits.
 * @throws {Refused} NOT_FOUND, CLAIM_NO_APPEAL
 */
export function appealClaim(order: Order, claimId: ClaimId, text: string, now: Date): Changed {
  const claim = claimIn(order, claimId);
  if (claim.status === 'appealed') return { order, events: [] };
  const status = afterClaim('appeal', claim.status);
  if (order.status !== 'collected' || claim.appealUntil === undefined || now >= claim.appealUntil)
    throw new Refused('CLAIM_NO_APPEAL');
  // From now on a person looks at it, whoever decided before.
  const appealed: Claim = { ...claim, status, appeal: { text, at: now } };
  const next = replaced(order, appealed);
  return { order: next, events: [claimOpened(next, appealed)] };
}

/** Whether `by` wrote the claim, or it is about their order. */
export const isConcerned = (order: Order, claim: Claim, by: AccountId): boolean =>
  order.accountId === by || claim.by === by;
