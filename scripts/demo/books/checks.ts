import { type OrderStatus } from '../../../shared/contracts/events/orders';
import { type CycleBooks, type CycleLedger, type TrialBalance } from '../actors/operator';
import { type Remembered } from '../day/record';
import { count, yuan } from '../narrator';
import { type StripeBooks } from './stripeBooks';

/** One thing that must hold at the end of the day. */
export type Check = { readonly name: string; readonly holds: boolean; readonly detail: string };

export const check = (name: string, holds: boolean, detail: string): Check => ({ name, holds, detail });

/** What each person remembers of their orders, against the states that the books count. */
export function orderChecks(orders: readonly Remembered[], books: CycleBooks): Check[] {
  const wanted = new Map<OrderStatus, number>();
  for (const { ends } of orders) wanted.set(ends, (wanted.get(ends) ?? 0) + 1);
  const total = Object.values(books.orders).reduce((sum, number) => sum + number, 0);
  return [
    check('every order placed is in the books', total === orders.length, `${total} of ${orders.length}`),
    ...[...wanted].map(([status, number]) =>
      check(
        `orders that are ${status.replaceAll('_', ' ')}`,
        (books.orders[status] ?? 0) === number,
        `${books.orders[status] ?? 0}, expected ${number}`,
      ),
    ),
  ];
}

/** The product's own record of money against Stripe's. */
export function moneyChecks(books: CycleBooks, stripe: StripeBooks): Check[] {
  const { moneyCaptured, moneyRefunded, moneyKept } = books;
  const kept = stripe.captured - stripe.refunded - stripe.refundsPending;
  return [
    check(
      'money taken, here and at Stripe',
      moneyCaptured.amount === stripe.captured,
      `${yuan(moneyCaptured)} and ${yuan(stripe.captured)}`,
    ),
    check(
      'money given back, here and at Stripe',
      moneyRefunded.amount === stripe.refunded + stripe.refundsPending,
      `${yuan(moneyRefunded)} and ${yuan(stripe.refunded + stripe.refundsPending)}`,
    ),
    check(
      'money kept, here and at Stripe',
      moneyKept.amount === kept,
      `${yuan(moneyKept)} and ${yuan(kept)}`,
    ),
    check('no card is held any more', stripe.held === 0, yuan(stripe.held)),
    check(
      'no order was charged twice',
      stripe.takenTwice.length === 0,
      count(stripe.takenTwice.length, 'order'),
    ),
  ];
}

/** The orders' own books against the ledger, which heard of everything by events. */
export const bookChecks = (books: CycleBooks, ledger: CycleLedger): Check[] =>
  (
    [
      ['money taken, by the orders and by the ledger', books.moneyCaptured, ledger.captured],
      ['money given back, by the orders and by the ledger', books.moneyRefunded, ledger.returned],
      ['commission, by the orders and by the ledger', books.commissionAccrued, ledger.commission],
    ] as const
  ).map(([name, said, written]) =>
    check(name, said.amount === written.amount, `${yuan(said)} and ${yuan(written)}`),
  );

export const ledgerCheck = ({ sum, accounts }: TrialBalance): Check =>
  check(
    'the ledger sums to zero',
    sum.amount === 0,
    `${yuan(sum)} over ${count(accounts.length, 'account')}`,
  );
