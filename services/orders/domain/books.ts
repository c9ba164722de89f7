import { orderStatuses, type OrderStatus } from '#shared/contracts/events/orders';
import { type Booking } from './booking';
import { livingStatuses } from './groupOrder';
import { statusesFrom } from './lifecycle';

export type Check = { readonly name: string; readonly holds: boolean; readonly detail: string };

/** What the orders of one cycle in one status add up to, and how many they are. */
export type BookingSum = Booking & { readonly orders: number };
export type BookingSums = Partial<Readonly<Record<OrderStatus, BookingSum>>>;

/** Some of what is wrong, by name. */
export type Faults = {
  /** Like `ord_1/l2`. */
  readonly mispriced: readonly string[];
  readonly miscaptured: readonly string[];
};

/** Whether something is wrong that has a name. */
export const hasFaults = (sums: BookingSums): boolean =>
  Object.values(sums).some(({ mispricedLines, miscaptured }) => mispricedLines + miscaptured > 0);

export const noFaults: Faults = { mispriced: [], miscaptured: [] };

/** Cutoff has decided about these; what ended before has no receipt. */
const consolidatedStatuses = statusesFrom('consolidated');
const earningStatuses = ['collected', 'closed'] as const;

/**
 * The books of one cycle, all amounts in fen.
 * @param isClosed whether cutoff has decided about every order of the cycle
 */
export function booksOf(sums: BookingSums, faults: Faults, isClosed: boolean) {
  const count = (status: OrderStatus) => sums[status]?.orders ?? 0;
  const total = (of: keyof BookingSum, statuses: readonly OrderStatus[] = orderStatuses) =>
    statuses.reduce((sum, status) => sum + (sums[status]?.[of] ?? 0), 0);
  const [capturedFen, toCaptureFen] = [total('capturedFen'), total('toCaptureFen')];
  const [refundedFen, refundsPendingFen] = [total('refundedFen'), total('refundsPendingFen')];
  const goodsAndFeesFen = total('priceFen', livingStatuses);
  const mispricedLines = total('mispricedLines', livingStatuses);
  const miscaptured = total('miscaptured');
  const without = (statuses: readonly OrderStatus[]) =>
    total('orders', statuses) - total('receipts', statuses);
  const withoutReceipt = without(consolidatedStatuses);
  const commissionFen = total('commissionFen', earningStatuses);
  const owed = capturedFen + toCaptureFen - refundedFen - refundsPendingFen;
  const limbo = count('awaiting_payment') + count('paid') + without(['consolidated']);
  const checks: Check[] = [
    check('money_is_the_price_of_the_goods', owed === goodsAndFeesFen, [
      `captured ${capturedFen} + to capture ${toCaptureFen}`,
      `- refunded ${refundedFen} - being refunded ${refundsPendingFen} = ${owed};`,
      `goods and fees: ${goodsAndFeesFen}`,
    ]),
    check('every_line_owes_its_price', mispricedLines === 0, [
      mispricedLines === 0
        ? 'every line costs its goods less what was granted'
        : `${mispricedLines} lines do not:`,
      ...faults.mispriced,
    ]),
    check('captured_once_for_what_is_owed', miscaptured === 0, [
      miscaptured === 0
        ? 'every capture is what was paid less what was never charged'
        : `${miscaptured} captures are not:`,
      ...faults.miscaptured,
    ]),
    check('no_order_in_limbo', !isClosed || limbo === 0, [
      isClosed ? `${limbo} orders wait after cutoff` : 'the cycle is not closed yet',
    ]),
    check('every_order_has_its_receipt', !isClosed || withoutReceipt === 0, [
      isClosed ? `${withoutReceipt} orders have none` : 'the cycle is not closed yet',
    ]),
  ];
  return {
    orders: Object.fromEntries(orderStatuses.map((status) => [status, count(status)])),
    authorisedFen: total('authorisedFen'),
    capturedFen,
    refundedFen,
    refundsPendingFen,
    keptFen: capturedFen - refundedFen,
    goodsAndFeesFen,
    commissionFen,
    checks,
  };
}

const check = (name: string, holds: boolean, detail: readonly string[]): Check => ({
  name,
  holds,
  detail: detail.join(' '),
});
