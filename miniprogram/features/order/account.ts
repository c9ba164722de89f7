import { type OrderView } from '#shared/contracts/orders/orderViews';
import { costOf } from '@/blocks/order/cost';

type Money = OrderView['refunded'];
type Line = OrderView['lines'][number];
/** One line of the sum: what it is called, how much, and whether it is a sum of those above it. */
export type AccountRow = {
  readonly name:
    | 'goodsAmount'
    | 'goodsEstimate'
    | 'reserve'
    | 'fee'
    | 'toPay'
    | 'reserved'
    | 'notCharged'
    | 'charged'
    | 'refunded'
    | 'final'
    | 'finalSoFar';
  readonly money: Money;
  readonly isSum?: boolean;
};

const sum = (lines: readonly Line[], part: (line: Line) => Money): number =>
  lines.reduce((total, line) => total + part(line).amount, 0);

/**
 * How an order comes to what it costs, row by row. Each sum is that of the rows above it: the goods, what is reserved beyond them for
 * weighing, and the way to the door are what is reserved or paid; less what was not taken and what came back it is what it costs.
 */
export const accountOf = ({
  status,
  lines,
  amounts,
  payment,
  refunds,
  refunded,
}: OrderView): AccountRow[] => {
  const money = (amount: number): Money => ({ ...amounts.total, amount });
  const estimate = sum(lines, ({ price }) => price.estimate);
  const reserve = sum(lines, ({ price }) => price.charged) - estimate;
  const notCharged = refunds
    .filter(({ way }) => way === 'not_charged')
    .reduce((total, { amount }) => total + amount.amount, 0);
  const returned = refunded.amount - notCharged;
  const isWeighed = lines.every(({ finalAmount }) => finalAmount !== undefined);
  const rows: readonly (AccountRow | false | undefined)[] = [
    { name: reserve > 0 ? 'goodsEstimate' : 'goodsAmount', money: money(estimate) },
    reserve > 0 && { name: 'reserve', money: money(reserve) },
    amounts.deliveryFee.amount > 0 && { name: 'fee', money: amounts.deliveryFee },
    { name: status === 'awaiting_payment' ? 'toPay' : 'reserved', money: amounts.total, isSum: true },
    notCharged > 0 && { name: 'notCharged', money: money(-notCharged) },
    notCharged > 0 && payment.captured && { name: 'charged', money: payment.captured, isSum: true },
    returned > 0 && { name: 'refunded', money: money(-returned) },
    refunded.amount > 0 && {
      name: isWeighed ? 'final' : 'finalSoFar',
      money: costOf({ total: amounts.total, refunded }),
      isSum: true,
    },
  ];
  return rows.filter((row) => row !== false && row !== undefined);
};
