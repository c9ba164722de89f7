import { type OrderView } from '#shared/contracts/orders/orderViews';

type Money = OrderView['refunded'];
type Costing = {
  readonly total: Money;
  readonly refunded: Money;
};

/** What an order costs as far as is known: what was reserved or paid, less everything that was decided to go back. */
export const costOf = ({ total, refunded }: Costing): Money => ({
  ...total,
  amount: total.amount - refunded.amount,
});
