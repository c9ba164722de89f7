import { type CycleTerms } from '#shared/contracts/internal/catalog';
import {
  type AccountId,
  type CycleId,
  type GroupOrderId,
  type LineId,
  type OrderId,
  type PickupPointId,
} from '#shared/contracts/ids';
import { taxRateOf, type TaxRates } from '#shared/contracts/cityRules';
import { type OrderWish } from '#shared/contracts/orders/ownOrders';
import { derivedId } from '#shared/kit/ids';
import { type OrderLine, snapshot } from './line';
import { type OrderIn } from './order';
import { type PricedCart, type PricedLine } from './pricing';

export type Placing = {
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly fingerprint: string;
  readonly wish: Pick<OrderWish, 'pickupPointId' | 'fulfilment' | 'recipient' | 'onBehalfOf' | 'note'>;
  readonly cycle: CycleTerms;
  readonly cart: PricedCart;
  readonly holdUntil: Date;
  readonly graceMinutes: number;
  readonly taxRates: TaxRates;
};

/** A new order whose stock is held already. Unpaid, it ends with its hold, and at cutoff at the latest. */
export function place(placing: Placing, now: Date): OrderIn<'awaiting_payment'> {
  const { orderId, accountId, fingerprint, wish, cycle, cart, holdUntil, graceMinutes, taxRates } = placing;
  const cutoffAt = new Date(cycle.cutoffAt);
  return {
    id: orderId,
    version: 1,
    status: 'awaiting_payment',
    accountId,
    cityId: cycle.cityId,
    cycleId: cycle.cycleId,
    pickupPointId: wish.pickupPointId,
    groupOrderId: groupOrderIdOf(wish.pickupPointId, cycle.cycleId),
    fulfilment: fulfilmentOf(wish.fulfilment),
    recipient: wish.recipient,
    ...(wish.onBehalfOf ? { onBehalfOf: wish.onBehalfOf } : {}),
    ...(wish.note === undefined ? {} : { note: wish.note }),
    placedAt: now,
    holdUntil,
    cutoffAt,
    graceUntil: new Date(cutoffAt.getTime() + graceMinutes * 60_000),
    pickupDate: cycle.pickupDate,
    amounts: cart.amounts,
    feeTaxBasisPoints: taxRates.services,
    fingerprint,
    lines: cart.lines.map((line) => lineOf(line, taxRates)),
    attempts: [],
    refunds: [],
    stock: { state: 'held' },
    facts: { payBefore: earlier(holdUntil, cutoffAt) },
  };
}

/** All orders of one pickup point in one cycle are one GroupOrder: its id follows from the two. */
export const groupOrderIdOf = (pickupPointId: PickupPointId, cycleId: CycleId): GroupOrderId =>
  derivedId('gro', pickupPointId, cycleId);

/** The name of the line at `index` (from 0). */
export const lineIdAt = (index: number): LineId => `l${index + 1}` as LineId;

const lineOf = ({ lineId, offer, quantity, price }: PricedLine, taxRates: TaxRates): OrderLine => ({
  lineId,
  offer: snapshot(offer),
  price,
  taxBasisPoints: taxRateOf(taxRates, offer.categoryId),
  ordered: quantity,
  allocated: quantity,
  ...(offer.group ? { groupStatus: 'open' } : {}),
});

function fulfilmentOf(wish: Placing['wish']['fulfilment']): OrderIn<'awaiting_payment'>['fulfilment'] {
  if (wish.kind === 'pickup') return wish;
  if (wish.address === undefined) throw new Error('The contract asks for the address of the door');
  return { kind: 'door', address: wish.address };
}

export const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
