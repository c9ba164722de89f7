import { type Bilingual } from '#shared/contracts/common';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CycleId,
  type LotId,
  type PurchaseOrderId,
  type ReceiptId,
  type SkuId,
  type SupplierId,
} from '#shared/contracts/ids';
import { type SoldBy, type Temperature } from '#shared/contracts/internal/catalog';

/** What is bought of one Sku. */
export type PurchaseLine = {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly pack: Bilingual;
  readonly temperature: Temperature;
  readonly soldBy: SoldBy;
  readonly lotId?: LotId;
  /** Units that neighbours ordered. */
  readonly wantedUnits: number;
  readonly caseUnits: number;
  /** Whole cases that hold them. */
  readonly cases: number;
  /** What one unit costs, in fen, as it was when this was ordered. */
  readonly unitCostFen: number;
};

/** What a newer version of the consolidation changed about a line, in units that are bought. */
export type LineChange = {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly before: number;
  readonly after: number;
};

export type Sending = {
  /** Of the request: sent twice, it is one sending. */
  readonly key: string;
  readonly at: Date;
  readonly by: 'mail' | 'link';
  readonly to?: string;
  readonly leftAt?: Date;
  /** How many changes of the purchase order the mail that left knew. */
  readonly knewChanges?: number;
  /** The link that it bore was withdrawn since: nothing goes there by itself any more. */
  readonly isWithdrawn?: true;
};

export type Answer = {
  readonly at: Date;
  readonly by: 'supplier' | 'operator';
  readonly note?: string;
  /** Units that come; of a line that is not named, all. */
  readonly units: Readonly<Record<SkuId, number>>;
};

export type ReceiptLine = {
  readonly skuId: SkuId;
  /** Negative where a correction takes away. */
  readonly units: number;
  /** Kept with the receipt: the line may change later, what it cost then does not. */
  readonly unitCostFen: number;
  readonly title: Bilingual;
  readonly pack: Bilingual;
  readonly grams?: number;
  readonly celsius?: number;
  readonly warm: boolean;
  readonly lotId?: LotId;
  readonly lotCode?: string;
  readonly bestBefore?: string;
};

/** Goods that came, or the difference that a correction makes. Never changed once it is there. */
export type Receipt = {
  readonly receiptId: ReceiptId;
  readonly at: Date;
  /** The city's day. */
  readonly day: string;
  readonly by: AccountId;
  readonly corrects?: ReceiptId;
  readonly reason?: string;
  readonly note?: string;
  readonly lines: readonly ReceiptLine[];
};

/** What one supplier is to bring for one round. One document: whatever happens to it is one guarded write. */
export type PurchaseOrder = {
  readonly id: PurchaseOrderId;
  readonly number: string;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly supplierNameEn?: string;
  readonly cityId: CityId;
  readonly timeZone: string;
  readonly cycleId: CycleId;
  readonly consolidationId: ConsolidationId;
  /** Of the consolidation; rises when it is superseded. */
  readonly consolidationVersion: number;
  readonly pickupDate: string;
  readonly madeAt: Date;
  /** The city's day of `madeAt`. */
  readonly orderedOn: string;
  readonly neededBy: Date;
  readonly answerBy: Date;
  readonly version: number;
  readonly lines: readonly PurchaseLine[];
  readonly changes: readonly { readonly at: Date; readonly lines: readonly LineChange[] }[];
  readonly sendings: readonly Sending[];
  /** The sending that still has to leave, and when it is tried next. */
  readonly mailDue?: { readonly key: string; readonly tries: number; readonly at: Date };
  readonly seenAt?: Date;
  /** Oldest first; the last one holds. */
  readonly answers: readonly Answer[];
  /** Whatever was signed with an earlier generation is withdrawn. */
  readonly link: { readonly generation: number; readonly endsAt?: Date };
  readonly receipts: readonly Receipt[];
  /** The ledger does not hold every receipt yet. */
  readonly ledgerDue: boolean;
};

export const unitsOf = ({ cases, caseUnits }: Pick<PurchaseLine, 'cases' | 'caseUnits'>): number =>
  cases * caseUnits;

/** In fen. */
export const costOfLine = (line: PurchaseLine): number => unitsOf(line) * line.unitCostFen;

/** In fen. */
export const totalOf = ({ lines }: Pick<PurchaseOrder, 'lines'>): number =>
  lines.reduce((sum, line) => sum + costOfLine(line), 0);

/** What a receipt costs, in fen. */
export const costOfReceipt = ({ lines }: Pick<Receipt, 'lines'>): number =>
  lines.reduce((sum, { units, unitCostFen }) => sum + units * unitCostFen, 0);

/** What came so far, corrections counted in, in fen. */
export const receivedFen = ({ receipts }: Pick<PurchaseOrder, 'receipts'>): number =>
  receipts.reduce((sum, receipt) => sum + costOfReceipt(receipt), 0);

/** Units of a Sku that came so far, corrections counted in. */
export const receivedUnits = ({ receipts }: Pick<PurchaseOrder, 'receipts'>, skuId: SkuId): number =>
  receipts
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.skuId === skuId ? line.units : 0), 0);

export const allReceivedUnits = ({ receipts }: Pick<PurchaseOrder, 'receipts'>): number =>
  receipts.flatMap(({ lines }) => lines).reduce((sum, { units }) => sum + units, 0);

/** Units that the supplier says will come; undefined before it answered. */
export const comingUnits = (
  { answers }: Pick<PurchaseOrder, 'answers'>,
  line: PurchaseLine,
): number | undefined => {
  const answer = answers.at(-1);
  return answer && (answer.units[line.skuId] ?? unitsOf(line));
};

/** Units that neighbours ordered and that the supplier says will not come: what a case holds beyond them is missed by nobody. */
export const missingUnits = (order: Pick<PurchaseOrder, 'answers'>, line: PurchaseLine): number =>
  Math.max(0, line.wantedUnits - (comingUnits(order, line) ?? line.wantedUnits));

export const allMissingUnits = (order: Pick<PurchaseOrder, 'answers' | 'lines'>): number =>
  order.lines.reduce((sum, line) => sum + missingUnits(order, line), 0);
