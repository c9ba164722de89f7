import { Refused } from '#shared/kit/domainError';
import { dayOf, daysIn } from './cityDays';
import {
  allReceivedUnits,
  type PurchaseOrder,
  receivedFen,
  receivedUnits,
  totalOf,
  unitsOf,
} from './purchaseOrder';

const maxDays = 31;
/** Suppliers are paid by the merchant, not by a city: their days are China's. */
export const accountTimeZone = 'Asia/Shanghai';

export type Period = { readonly from: string; readonly to: string };

/** @throws {Refused} PERIOD_TOO_LONG, also for one that ends before it begins */
export function assertPeriod({ from, to }: Period): void {
  const days = daysIn(from, to);
  if (days < 1 || days > maxDays) throw new Refused('PERIOD_TOO_LONG');
}

/** @throws {Refused} PERIOD_TOO_LONG, PERIOD_NOT_OVER: what still moves is no statement */
export function assertOver(period: Period, now: Date): void {
  assertPeriod(period);
  if (period.to >= dayOf(now, accountTimeZone)) throw new Refused('PERIOD_NOT_OVER');
}

export type Amount = { readonly units: number; readonly fen: number };

export type OrderAmounts = { readonly ordered: Amount; readonly delivered: Amount; readonly short: Amount };

/** What one purchase order ordered, got and still lacks. */
export function amountsOf(order: PurchaseOrder): OrderAmounts {
  const lacking = order.lines.map((line) => {
    const units = Math.max(0, unitsOf(line) - receivedUnits(order, line.skuId));
    return { units, fen: units * line.unitCostFen };
  });
  return {
    ordered: { units: order.lines.reduce((sum, line) => sum + unitsOf(line), 0), fen: totalOf(order) },
    delivered: { units: allReceivedUnits(order), fen: receivedFen(order) },
    short: summed(lacking),
  };
}

export const summed = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((sum, { units, fen }) => ({ units: sum.units + units, fen: sum.fen + fen }), {
    units: 0,
    fen: 0,
  });
