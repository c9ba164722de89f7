import { Refused } from '#shared/kit/domainError';
import { type PurchaseOrder, type Sending } from './purchaseOrder';
import { stateOf } from './state';

const maxSendings = 30;
const minuteMs = 60_000;
const longestPauseMinutes = 60;
/** A link can be opened so long after the time to answer: to look up what was ordered. */
const linkDays = 7;

/** @throws {Refused} PURCHASE_CANCELLED: nobody is to bring anything */
function assertWanted(order: PurchaseOrder): void {
  if (stateOf(order) === 'cancelled') throw new Refused('PURCHASE_CANCELLED');
}

/** Whether there is a link that can be opened. */
export const hasLink = ({ link }: Pick<PurchaseOrder, 'link'>, now: Date): boolean =>
  link.endsAt !== undefined && now < link.endsAt;

/** With a link that can be opened: the one there is, or a new one. */
function withLink(order: PurchaseOrder, now: Date): PurchaseOrder {
  if (hasLink(order, now)) return order;
  const from = Math.max(now.getTime(), order.answerBy.getTime());
  const endsAt = new Date(from + linkDays * 24 * 60 * minuteMs);
  return { ...order, link: { generation: order.link.generation + 1, endsAt } };
}

/** With a link to pass on by hand. @throws {Refused} PURCHASE_CANCELLED */
export function withSharedLink(order: PurchaseOrder, at: Date): PurchaseOrder {
  assertWanted(order);
  const linked = withLink(order, at);
  if (linked === order && order.sendings.some(({ by }) => by === 'link')) return order;
  const key = `link:${linked.link.generation}`;
  return { ...linked, sendings: [...order.sendings, { key, at, by: 'link' } as const].slice(-maxSendings) };
}

/** Every link that was given out ends, and no mail gives out another one by itself. Without one nothing changes. */
export function withoutLink(order: PurchaseOrder): PurchaseOrder {
  if (order.link.endsAt === undefined) return order;
  return {
    // That nothing is needed any more bears no link: it still goes.
    ...(stateOf(order) === 'cancelled' ? order : withoutDueMail(order)),
    link: { generation: order.link.generation + 1 },
    sendings: order.sendings.map((sending) => ({ ...sending, isWithdrawn: true })),
  };
}

function withoutDueMail({ mailDue: _mailDue, ...rest }: PurchaseOrder): PurchaseOrder {
  return rest;
}

/**
 * With a mail that has to leave. The same `key` again changes nothing.
 * @throws {Refused} PURCHASE_CANCELLED, SENT_TOO_OFTEN
 */
export function withMail(
  order: PurchaseOrder,
  { key, at, to }: Pick<Sending, 'key' | 'at'> & { readonly to: string },
): PurchaseOrder {
  if (order.sendings.some((sending) => sending.key === key)) return order;
  assertWanted(order);
  if (order.sendings.length >= maxSendings) throw new Refused('SENT_TOO_OFTEN');
  return withDueMail(withLink(order, at), { key, at, to });
}

/**
 * Whoever got the purchase order by mail is told by mail that it changed, and also that nothing is needed any more. Where the link was
 * withdrawn only the latter goes, without one, until somebody sends the purchase order again.
 */
export function withMailAboutChange(order: PurchaseOrder, at: Date): PurchaseOrder {
  const last = order.sendings.findLast(({ by }) => by === 'mail');
  if (last?.to === undefined) return order;
  const { to, isWithdrawn } = last;
  const sending = { key: `change:${order.consolidationId}`, at, to, ...(isWithdrawn ? { isWithdrawn } : {}) };
  if (stateOf(order) === 'cancelled') return withDueMail(order, sending);
  return isWithdrawn ? withoutDueMail(order) : withDueMail(withLink(order, at), sending);
}

const withDueMail = (
  order: PurchaseOrder,
  sending: Pick<Sending, 'key' | 'at' | 'isWithdrawn'> & { readonly to: string },
): PurchaseOrder => ({
  ...order,
  // A mail that has not left yet would tell what does not hold any more.
  sendings: [
    ...order.sendings.filter(({ key }) => key !== order.mailDue?.key),
    { ...sending, by: 'mail' } as const,
  ],
  mailDue: { key: sending.key, tries: 0, at: sending.at },
});

/** The mail is tried now: whoever looks next waits, ever longer. Undefined when it is not due, or came to nothing by now. */
export function withMailTried(order: PurchaseOrder, now: Date): PurchaseOrder | undefined {
  const { mailDue } = order;
  if (!mailDue || mailDue.at > now) return undefined;
  const pause = Math.min(longestPauseMinutes, 2 ** mailDue.tries) * minuteMs;
  return { ...order, mailDue: { ...mailDue, tries: mailDue.tries + 1, at: new Date(now.getTime() + pause) } };
}

/** The mail left, with what it told. A newer one that is due stays due. */
export function withMailLeft(
  order: PurchaseOrder,
  key: string,
  left: Required<Pick<Sending, 'leftAt' | 'knewChanges'>>,
): PurchaseOrder {
  const { mailDue, ...rest } = order;
  return {
    ...rest,
    ...(mailDue && mailDue.key !== key ? { mailDue } : {}),
    sendings: order.sendings.map((sending) => (sending.key === key ? { ...sending, ...left } : sending)),
  };
}
