import { type Bilingual } from '#shared/contracts/common';
import { type RefundReason } from '#shared/contracts/events/orders';
import { type AccountId, type LineId, type OrderId, type RefundId } from '#shared/contracts/ids';
import { type DocumentNumber } from '#shared/contracts/settlement/documents';
import { columns, taxRate, total, words } from './columns';
import { type Cell, type Draft, type Table } from './document';
import { methodWords, reasonWords } from './saleWords';
import { taxIncluded, taxReturned } from './tax';
import { type Taxed, taxTable } from './taxTable';

/** What was taken for a line, in fen, and the tax in it. */
type SoldLine = {
  readonly lineId: LineId;
  readonly title: Bilingual;
  readonly quantity: number;
  readonly takenFen: number;
  readonly taxBasisPoints: number;
};

export type SaleRefund = {
  readonly refundId: RefundId;
  readonly reason: RefundReason;
  readonly feeFen: number;
  readonly lines: readonly { readonly lineId: LineId; readonly fen: number }[];
  /** City-local. */
  readonly day: string;
};

/** All money of one order, as its receipt needs it. */
export type Sale = {
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  /** City-local: when the money was taken. */
  readonly day: string;
  readonly method: keyof typeof methodWords;
  readonly lines: readonly SoldLine[];
  readonly feeFen: number;
  readonly feeTaxBasisPoints: number;
  /** Oldest first. */
  readonly refunds: readonly SaleRefund[];
};

type Position = Taxed & { readonly title: Bilingual; readonly quantity: Cell };

const deliveryFee = words('配送费', 'Delivery fee');
const notForDeduction = words(
  '价格均含税。本单据不是增值税专用发票。',
  'Prices include tax. This document is no special VAT invoice (增值税专用发票).',
);
const orderName = words('订单', 'Order');
const goods = words('商品明细', 'Goods');

/** The receipt of an order: what was taken, as it was taken. What came back since is in credit notes. */
export function receiptOf(sale: Sale): Draft {
  const positions: Position[] = sale.lines
    .filter(({ takenFen }) => takenFen > 0)
    .map(({ title, quantity, takenFen, taxBasisPoints }) => ({
      title,
      quantity,
      basisPoints: taxBasisPoints,
      grossFen: takenFen,
      taxFen: taxIncluded(takenFen, taxBasisPoints),
    }));
  if (sale.feeFen > 0)
    positions.push(fee(sale, sale.feeFen, taxIncluded(sale.feeFen, sale.feeTaxBasisPoints)));
  return {
    kind: 'receipt',
    subject: `receipt:${sale.orderId}`,
    owner: sale.accountId,
    orderId: sale.orderId,
    content: {
      title: words('收据', 'Receipt'),
      facts: [
        { name: orderName, value: sale.orderId },
        { name: words('收款日期', 'Paid on'), value: sale.day },
        { name: words('付款方式', 'Paid by'), value: methodWords[sale.method] },
      ],
      tables: tablesOf(positions),
      notes: [notForDeduction],
      totalFen: sum(positions),
    },
  };
}

/** A credit note for each refund of an order, oldest first; each names the receipt and the part of its tax that goes back. */
export function creditNotesOf(sale: Sale, receipt: DocumentNumber): Draft[] {
  const kept = new Map<LineId | 'fee', number>([
    ...sale.lines.map(({ lineId, takenFen }) => [lineId, takenFen] as const),
    ['fee', sale.feeFen],
  ]);
  const back = (of: LineId | 'fee', fen: number, basisPoints: number): number => {
    const before = kept.get(of) ?? 0;
    kept.set(of, before - fen);
    return taxReturned(before, fen, basisPoints);
  };
  return sale.refunds.map((refund) => {
    const positions: Position[] = refund.lines.flatMap(({ lineId, fen }) => {
      const line = sale.lines.find((one) => one.lineId === lineId);
      if (!line || fen === 0) return [];
      const { title, taxBasisPoints: basisPoints } = line;
      return [{ title, quantity: '', basisPoints, grossFen: -fen, taxFen: -back(lineId, fen, basisPoints) }];
    });
    if (refund.feeFen > 0)
      positions.push(fee(sale, -refund.feeFen, -back('fee', refund.feeFen, sale.feeTaxBasisPoints)));
    return {
      kind: 'credit_note',
      subject: `credit_note:${refund.refundId}`,
      owner: sale.accountId,
      orderId: sale.orderId,
      corrects: receipt,
      content: {
        title: words('退款单（红字）', 'Credit note'),
        facts: [
          { name: words('更正收据', 'Corrects receipt'), value: receipt },
          { name: orderName, value: sale.orderId },
          { name: words('退款日期', 'Refunded on'), value: refund.day },
          { name: words('退款原因', 'Reason'), value: reasonWords[refund.reason] },
        ],
        tables: tablesOf(positions),
        notes: [notForDeduction],
        totalFen: sum(positions),
      },
    };
  });
}

const fee = (sale: Sale, grossFen: number, taxFen: number): Position => ({
  title: deliveryFee,
  quantity: '',
  basisPoints: sale.feeTaxBasisPoints,
  grossFen,
  taxFen,
});

const sum = (positions: readonly Position[]): number =>
  positions.reduce((all, { grossFen }) => all + grossFen, 0);

function tablesOf(positions: readonly Position[]): Table[] {
  const taxFen = positions.reduce((all, one) => all + one.taxFen, 0);
  return [
    {
      title: goods,
      columns: [columns.goods, columns.quantity, columns.taxRate, columns.tax, columns.amount],
      rows: positions.map(({ title, quantity, basisPoints, taxFen: tax, grossFen }) => [
        title,
        quantity,
        taxRate(basisPoints),
        { fen: tax },
        { fen: grossFen },
      ]),
      totals: [[total, '', '', { fen: taxFen }, { fen: sum(positions) }]],
    },
    taxTable(positions),
  ];
}
