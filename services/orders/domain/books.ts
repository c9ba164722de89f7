import { orderStatuses, type OrderStatus } from '#shared/contracts/events/orders';
import { priceOfWeight } from '#shared/kit/money';
import { earnsCommission, expectedCommissionFen } from './commission';
import { livingStatuses } from './groupOrder';
import { statusesFrom } from './lifecycle';
import { isWeighed, type OrderLine } from './line';
import { hasPayment, type Order, type OrderWithPayment } from './order';
import { valueOfUnits } from './pricing';
import { type Refund, sumOf } from './refund';
import { refundableOfLine } from './refunds';

export type Check = { readonly name: string; readonly holds: boolean; readonly detail: string };

export type LedgerSums = {
  /** What leaders got for orders of the cycle, and the sum of all postings: zero. In fen. */
  readonly commissionFen: number;
  readonly postingsFen: number;
};

/** The books of one cycle, added up order by order from the orders themselves. All amounts in fen. */
export class Books {
  readonly #orders = new Map<OrderStatus, number>();
  #authorisedFen = 0;
  #capturedFen = 0;
  #refundedFen = 0;
  #refundsPendingFen = 0;
  #toCaptureFen = 0;
  #goodsAndFeesFen = 0;
  #commissionFen = 0;
  #undecided = 0;
  #withoutReceipt = 0;
  readonly #overcaptured: string[] = [];

  add(order: Order): void {
    this.#orders.set(order.status, (this.#orders.get(order.status) ?? 0) + 1);
    if (order.status === 'consolidated' && !order.receipt) this.#undecided += 1;
    if (needsReceipt(order) && !order.receipt) this.#withoutReceipt += 1;
    if (hasPayment(order)) this.#addMoney(order);
    if (isLiving(order)) this.#goodsAndFeesFen += priceOf(order);
    if (order.status === 'collected' || order.status === 'closed')
      this.#commissionFen += earnsCommission(order, order.facts.leaderAccountId)
        ? expectedCommissionFen(order)
        : 0;
  }

  /** @param isClosed whether cutoff has decided about every order of the cycle */
  result(ledger: LedgerSums, isClosed: boolean) {
    return {
      orders: Object.fromEntries(orderStatuses.map((status) => [status, this.#orders.get(status) ?? 0])),
      authorisedFen: this.#authorisedFen,
      capturedFen: this.#capturedFen,
      refundedFen: this.#refundedFen,
      refundsPendingFen: this.#refundsPendingFen,
      keptFen: this.#capturedFen - this.#refundedFen,
      goodsAndFeesFen: this.#goodsAndFeesFen,
      commissionFen: ledger.commissionFen,
      checks: this.#checks(ledger, isClosed),
    };
  }

  #addMoney({ id, facts: { payment }, refunds }: OrderWithPayment): void {
    this.#authorisedFen += payment.paidFen;
    if (payment.state === 'released') return;
    if (payment.state !== 'captured') {
      this.#toCaptureFen += payment.paidFen - sumOf(refunds);
      return;
    }
    this.#capturedFen += payment.capturedFen;
    this.#refundedFen += sumOf(refunds.filter(isReturned));
    this.#refundsPendingFen += sumOf(refunds.filter(({ status }) => status !== 'succeeded'));
    const notCharged = sumOf(
      refunds.filter((refund) => refund.status === 'succeeded' && !isReturned(refund)),
    );
    if (payment.capturedFen !== payment.paidFen - notCharged) this.#overcaptured.push(id);
  }

  #checks({ commissionFen, postingsFen }: LedgerSums, isClosed: boolean): Check[] {
    const count = (status: OrderStatus) => this.#orders.get(status) ?? 0;
    const owed = this.#capturedFen + this.#toCaptureFen - this.#refundedFen - this.#refundsPendingFen;
    const limbo = count('awaiting_payment') + count('paid') + this.#undecided;
    return [
      check('money_is_the_price_of_the_goods', owed === this.#goodsAndFeesFen, [
        `captured ${this.#capturedFen} + to capture ${this.#toCaptureFen}`,
        `- refunded ${this.#refundedFen} - being refunded ${this.#refundsPendingFen} = ${owed};`,
        `goods and fees: ${this.#goodsAndFeesFen}`,
      ]),
      check('captured_once_for_what_is_owed', this.#overcaptured.length === 0, [
        this.#overcaptured.length === 0
          ? 'every capture is what was paid less what was never charged'
          : this.#overcaptured.slice(0, 10).join(' '),
      ]),
      check('no_order_in_limbo', !isClosed || limbo === 0, [
        isClosed ? `${limbo} orders wait after cutoff` : 'the cycle is not closed yet',
      ]),
      check('every_order_has_its_receipt', !isClosed || this.#withoutReceipt === 0, [
        isClosed ? `${this.#withoutReceipt} orders have none` : 'the cycle is not closed yet',
      ]),
      check('ledger_sums_to_zero', postingsFen === 0, [`sum of all postings: ${postingsFen}`]),
      check('commission_is_what_orders_say', commissionFen === this.#commissionFen, [
        `posted ${commissionFen}, by the orders ${this.#commissionFen}`,
      ]),
    ];
  }
}

const check = (name: string, holds: boolean, detail: readonly string[]): Check => ({
  name,
  holds,
  detail: detail.join(' '),
});

const isReturned = (refund: Refund): boolean => refund.status === 'succeeded' && refund.way === 'returned';

const isLiving = ({ status }: Order): boolean => livingStatuses.includes(status);

/** Orders that cutoff decided about; what ended before has none. */
const consolidatedStatuses = statusesFrom('consolidated');
const needsReceipt = ({ status }: Order): boolean => consolidatedStatuses.includes(status);

/** What an order costs its shopper by its lines, and its fee. */
function priceOf(order: Order): number {
  const fee = order.refunds.reduce(
    (left, { deliveryFeeFen }) => left - deliveryFeeFen,
    order.amounts.deliveryFeeFen,
  );
  return order.lines.reduce((sum, line) => sum + priceOfLine(order, line), fee);
}

/** Computed from price and quantity, not from the refunds – unless something was refunded out of goodwill. */
function priceOfLine(order: Order, line: OrderLine): number {
  const { lineId, price, ordered, allocated, finalWeightGrams } = line;
  const unitFen = line.reachedUnitFen ?? price.unitFen;
  const isGoodwill = order.refunds.some(
    ({ reason, lines }) => reason === 'granted_by_operator' && lines.some((part) => part.lineId === lineId),
  );
  if (isGoodwill) return refundableOfLine(order, lineId);
  if (allocated === 0) return 0;
  if (!isWeighed(line)) {
    const wholeFen = Math.max(0, unitFen * ordered - price.discountFen);
    return wholeFen - valueOfUnits(wholeFen, ordered - allocated, ordered);
  }
  // Part of a weighed line has no weight of its own; an unweighed one counts with what is authorised.
  if (finalWeightGrams === undefined || allocated < ordered) return refundableOfLine(order, lineId);
  return Math.min(
    price.chargedFen,
    Math.max(0, priceOfWeight(unitFen, finalWeightGrams) - price.discountFen),
  );
}
