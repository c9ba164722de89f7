import { type Payer } from '#shared/contracts/events/orderFacts';
import { type AccountId, type LineId, type RefundId, type SupplierId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { amend, leaderOfOrder, type Order } from './order';
import { type Charge, type Refund } from './refund';

/** Who is to bear a refund: a leader or courier by their account. */
export type PayerWish = {
  readonly payer: Payer;
  /** Left out for the leader whom the order was collected from. */
  readonly accountId?: AccountId | undefined;
};

/** A charge before it is known what of: all of the refund, unless told. */
export type ChargeWish = Omit<Charge, 'fen'> & { readonly fen?: number };

/** Who bears a refund by now; undefined: the platform, and nobody was ever named. */
export const chargeOf = ({ charges }: Pick<Refund, 'charges'>): Charge | undefined => charges?.at(-1);

/**
 * Names who bears a refund of `order` from now on, in place of whoever was named before. The same one named again changes nothing.
 * @throws {Refused} NOT_FOUND for a refund that the order does not have, REFUND_TOO_LARGE for more than went back
 */
export function chargeRefund<O extends Order>(order: O, refundId: RefundId, wish: ChargeWish): O {
  const refund = order.refunds.find((one) => one.refundId === refundId);
  if (!refund) throw new Refused('NOT_FOUND', `The order has no refund ${refundId}`);
  const charge: Charge = { ...wish, fen: wish.fen ?? refund.fen };
  if (charge.fen < 0 || charge.fen > refund.fen) throw new Refused('REFUND_TOO_LARGE');
  const last = chargeOf(refund);
  if (last && isSame(last, charge)) return order;
  const charged: Refund = { ...refund, charges: [...(refund.charges ?? []), charge] };
  return amend(order, { refunds: order.refunds.map((one) => (one === refund ? charged : one)) });
}

const isSame = (a: Charge, b: Charge): boolean =>
  a.payer === b.payer &&
  a.accountId === b.accountId &&
  a.supplierId === b.supplierId &&
  a.fen === b.fen &&
  a.because === b.because;

/**
 * Whose account bears it when `payer` is to bear a refund of `lineIds`.
 * @throws {Refused} PAYER_NOT_NAMED when it is not known who that is, or the lines are of several suppliers
 */
export function payerNamed(
  order: Order,
  lineIds: readonly LineId[],
  { payer, accountId }: PayerWish,
): { readonly payer: Payer; readonly accountId?: AccountId; readonly supplierId?: SupplierId } {
  switch (payer) {
    case 'platform':
      return { payer };
    case 'supplier': {
      const meant = order.lines.filter(({ lineId }) => lineIds.includes(lineId));
      const [supplierId, ...others] = new Set(meant.map(({ offer }) => offer.supplierId));
      if (supplierId === undefined || others.length > 0) throw new Refused('PAYER_NOT_NAMED');
      return { payer, supplierId };
    }
    case 'leader': {
      const leader = accountId ?? leaderOfOrder(order);
      if (leader === undefined) throw new Refused('PAYER_NOT_NAMED');
      return { payer, accountId: leader };
    }
    case 'courier':
      if (accountId === undefined) throw new Refused('PAYER_NOT_NAMED');
      return { payer, accountId };
  }
}
