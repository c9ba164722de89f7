import { type OrderView } from '#shared/contracts/orders/orderViews';

export type Line = OrderView['lines'][number];

/** What of the line has not gone back yet, in fen. */
export const leftOf = ({ price, refunded }: Line): number => price.charged.amount - refunded.amount;

/** Whether somebody paid for it, so that money can go back. */
export const isPaid = ({ status, payment }: OrderView): boolean =>
  status !== 'awaiting_payment' &&
  status !== 'expired' &&
  ['authorised', 'capturing', 'captured'].includes(payment.status);

/** Goods that were handed out cannot stay away any more. */
export const mayStayAway = ({ status }: OrderView, { quantity }: Line): boolean =>
  ['paid', 'consolidated', 'in_transit', 'ready'].includes(status) && quantity.allocated > 0;
