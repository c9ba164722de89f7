import { bankForPayouts, goodsCost, supplierAccount } from '../ledger/account';
import { type NewEntry } from '../ledger/entry';
import { costOfReceipt, type PurchaseOrder } from './purchaseOrder';
import { type SupplierPayment } from './supplierPayment';

/** What the ledger holds of a purchase order: what came is owed from then on, at the cost of the day when it was ordered. */
export const entriesOfPurchaseOrder = (order: PurchaseOrder): NewEntry[] =>
  order.receipts.flatMap((receipt): NewEntry[] => {
    const fen = costOfReceipt(receipt);
    if (fen === 0) return [];
    return [
      {
        cause: `purchase:${order.id}/${receipt.receiptId}`,
        kind: 'purchase',
        day: receipt.day,
        at: receipt.at,
        cityId: order.cityId,
        about: { purchaseOrderId: order.id, cycleId: order.cycleId },
        postings: [
          { account: goodsCost, fen: -fen },
          { account: supplierAccount(order.supplierId), fen },
        ],
      },
    ];
  });

/** What the ledger holds of a payment to a supplier. */
export const entriesOfSupplierPayment = (payment: SupplierPayment): NewEntry[] => [
  {
    cause: `supplier_paid:${payment.id}`,
    kind: 'supplier_paid',
    day: payment.paidOn,
    at: payment.recordedAt,
    about: {},
    postings: [
      { account: supplierAccount(payment.supplierId), fen: -payment.fen },
      { account: bankForPayouts, fen: payment.fen },
    ],
  },
];

/** Which fact a cause names: `purchase:pur_1/rcp_1` → `['pur_1', 'rcp_1']`. */
export const factOf = (cause: string): string[] => cause.slice(cause.indexOf(':') + 1).split('/');
