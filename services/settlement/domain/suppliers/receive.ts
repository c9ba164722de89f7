import { type Temperature } from '#shared/contracts/internal/catalog';
import { type ReceiptId, type SkuId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PurchaseOrder, type Receipt, receivedUnits, unitsOf } from './purchaseOrder';

/** A lorry comes once or twice; each correction is one more. */
const maxReceipts = 60;

/** Above this, in °C, goods are warmer than they should be when they come. */
export const warmest: Readonly<Record<Exclude<Temperature, 'ambient'>, number>> = { chilled: 8, frozen: -12 };

/** @throws {Refused} TEMPERATURE_MISSING for cold goods, GOODS_TOO_WARM unless it was accepted. @returns whether they are warm */
export function checkedWarmth(
  temperature: Temperature,
  {
    celsius,
    warmAccepted = false,
  }: { readonly celsius?: number | undefined; readonly warmAccepted?: boolean | undefined },
): boolean {
  if (temperature === 'ambient') return false;
  if (celsius === undefined) throw new Refused('TEMPERATURE_MISSING');
  const limit = warmest[temperature];
  if (celsius <= limit) return false;
  if (!warmAccepted) throw new Refused('GOODS_TOO_WARM', undefined, { celsius, limit });
  return true;
}

/**
 * The purchase order with goods that came. A receipt that is there already changes nothing.
 * @throws {Refused} RECEIPT_EXCEEDS_ORDER, TOO_MANY_RECEIPTS
 */
export function withReceipt(order: PurchaseOrder, receipt: Receipt): PurchaseOrder {
  if (order.receipts.some(({ receiptId }) => receiptId === receipt.receiptId)) return order;
  if (order.receipts.length >= maxReceipts) throw new Refused('TOO_MANY_RECEIPTS');
  const next = { ...order, receipts: [...order.receipts, receipt], ledgerDue: true };
  for (const { skuId } of receipt.lines) {
    const line = order.lines.find((one) => one.skuId === skuId);
    const units = receivedUnits(next, skuId);
    const before = receivedUnits(order, skuId);
    // What came before a newer version bought less is there; it may only become less.
    if (units > before && units > (line ? unitsOf(line) : 0)) throw new Refused('RECEIPT_EXCEEDS_ORDER');
  }
  return next;
}

/** Units of a Sku by one receipt, with every correction of it. */
export const unitsByReceipt = (
  { receipts }: Pick<PurchaseOrder, 'receipts'>,
  receiptId: ReceiptId,
  skuId: SkuId,
): number =>
  receipts
    .filter((one) => one.receiptId === receiptId || one.corrects === receiptId)
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.skuId === skuId ? line.units : 0), 0);

type Correction = Pick<Receipt, 'receiptId' | 'at' | 'day' | 'by'> & {
  readonly corrects: ReceiptId;
  readonly reason: string;
  /** What really came by that receipt. */
  readonly units: Readonly<Record<SkuId, number>>;
};

/**
 * The difference between what a receipt says and what really came, as an entry of its own.
 * @throws {Refused} NOT_FOUND for goods that the receipt does not have, NOTHING_TO_CORRECT
 */
export function correctionOf(order: PurchaseOrder, { units, ...correction }: Correction): Receipt {
  const receipt = found(
    order.receipts.find((one) => one.receiptId === correction.corrects && one.corrects === undefined),
  );
  const lines = Object.entries(units).flatMap(([skuId, now]) => {
    const line = found(receipt.lines.find((one) => one.skuId === skuId));
    const difference = now - unitsByReceipt(order, receipt.receiptId, line.skuId);
    if (difference === 0) return [];
    const { grams: _grams, celsius: _celsius, ...rest } = line;
    return [{ ...rest, units: difference, warm: false }];
  });
  if (lines.length === 0) throw new Refused('NOTHING_TO_CORRECT');
  return { ...correction, lines };
}
