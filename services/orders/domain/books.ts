import { orderStatuses, type OrderStatus } from '#shared/contracts/events/orders';
import { earnsCommission, expectedCommissionFen } from './commission';
import { livingStatuses } from './groupOrder';
import { statusesFrom } from './lifecycle';
import { type OrderLine } from './line';
import { hasPayment, type Order, type OrderWithPayment } from './order';
import { owedOfLine } from './owed';
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
  readonly #mispriced: string[] = [];

  add(order: Order): void {
    this.#orders.set(order.status, (this.#orders.get(order.status) ?? 0) + 1);
    if (order.status === 'consolidated' && !order.receipt) this.#undecided += 1;
    if (needsReceipt(order) && !order.receipt) this.#withoutReceipt += 1;
    if (hasPayment(order)) this.#addMoney(order);
    if (isLiving(order)) this.#goodsAndFeesFen += priceOf(order);
    if (isLiving(order))
      this.#mispriced.push(...mispriced(order).map(({ lineId }) => `${order.id}/${lineId}`));
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
      check('every_line_owes_its_price', this.#mispriced.length === 0, [
        this.#mispriced.length === 0
          ? 'every line costs its goods less what was granted'
          : this.#mispriced.slice(0, 10).join(' '),
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
  return order.lines.reduce((sum, line) => sum + owed(order, line), fee);
}

/** Lines whose charge, less what went back of it for whatever reason, is not what they owe by what they say of themselves. */
const mispriced = (order: Order): OrderLine[] =>
  order.lines.filter((line) => refundableOfLine(order, line.lineId) !== owed(order, line));

/** Before the units of a weight were kept, nobody can say what a part of a weighed line costs: then the refunds are believed. */
function owed(order: Order, line: OrderLine): number {
  const isPart = line.finalWeightGrams !== undefined && line.allocated < line.ordered;
  return isPart && line.weighedUnits === undefined
    ? refundableOfLine(order, line.lineId)
    : owedOfLine(order, line);
}
