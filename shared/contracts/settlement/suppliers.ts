import { CityDate, Email, page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { CycleId, LotId, PurchaseOrderId, ReceiptId, SkuId, SupplierId, SupplierPaymentId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';
import {
  SupplierAccount,
  SupplierLink,
  SupplierOrder,
  SupplierOrderCard,
  SupplierPayment,
  SupplierStatement,
  SupplierStatementLine,
} from './supplierViews';

const operators = { service: 'settlement', access: ['operator'] } as const;
const write = { ...operators, rights: 'fresh' } as const;
const purchaseOrder = z.strictObject({ purchaseOrderId: PurchaseOrderId });
const supplier = z.strictObject({ supplierId: SupplierId });
/** Whole days of China's calendar, both included; at most 31. */
const period = { from: CityDate, to: CityDate };

/** The page where a supplier answers, without signing in: below it the purchase order and the signature of its link. */
export const supplierPage = { service: 'settlement', path: '/supplier-orders' } as const;

export const suppliersApi = {
  listSupplierOrders: endpoint({
    ...operators,
    id: 'settlement.listSupplierOrders',
    method: 'get',
    path: '/supplier-purchases',
    summary:
      'Purchase orders with what they cost and how far they have come, newest first: of a round, of a supplier, or of all.',
    query: z.strictObject({
      cycleId: CycleId.optional(),
      supplierId: SupplierId.optional(),
      ...pageQuery,
    }),
    reply: page(SupplierOrderCard),
  }),
  readSupplierOrder: endpoint({
    ...operators,
    id: 'settlement.readSupplierOrder',
    method: 'get',
    path: '/supplier-purchases/:purchaseOrderId',
    summary: 'One purchase order with its lines, what the supplier answered, and what came.',
    params: purchaseOrder,
    reply: SupplierOrder,
    errors: ['NOT_FOUND'],
  }),
  sendSupplierOrder: endpoint({
    ...write,
    id: 'settlement.sendSupplierOrder',
    method: 'post',
    path: '/supplier-purchases/:purchaseOrderId/send',
    summary:
      'Sends a purchase order to its supplier by e-mail, with the link to answer at; to another address when one is given. Mail that cannot be sent now is tried again.',
    params: purchaseOrder,
    body: z.strictObject({ to: Email.optional() }),
    reply: SupplierOrder,
    status: 200,
    errors: ['NOT_FOUND', 'SUPPLIER_HAS_NO_EMAIL', 'PURCHASE_CANCELLED', 'SENT_TOO_OFTEN'],
    idempotency: 'required',
  }),
  shareSupplierOrder: endpoint({
    ...write,
    id: 'settlement.shareSupplierOrder',
    method: 'post',
    path: '/supplier-purchases/:purchaseOrderId/link',
    summary:
      'The link at which the supplier reads and answers without signing in, to be passed on by hand. Asked again it is the same one, until it ends or is withdrawn: then a new one is made.',
    params: purchaseOrder,
    reply: SupplierLink,
    status: 200,
    errors: ['NOT_FOUND', 'PURCHASE_CANCELLED'],
    idempotency: 'natural',
  }),
  withdrawSupplierLink: endpoint({
    ...write,
    id: 'settlement.withdrawSupplierLink',
    method: 'delete',
    path: '/supplier-purchases/:purchaseOrderId/link',
    summary: 'Ends every link of a purchase order that was ever given out.',
    params: purchaseOrder,
    reply: SupplierOrder,
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  answerSupplierOrder: endpoint({
    ...write,
    id: 'settlement.answerSupplierOrder',
    method: 'put',
    path: '/supplier-purchases/:purchaseOrderId/answer',
    summary:
      'What the supplier said on the phone: for each line how many units come, all of it where a line is not named. A later answer takes the place of an earlier one, until goods arrive.',
    params: purchaseOrder,
    body: z.strictObject({
      lines: z.array(z.strictObject({ skuId: SkuId, units: z.int().min(0).max(1_000_000) })).max(500),
      note: Text(200).optional(),
    }),
    reply: SupplierOrder,
    status: 200,
    errors: ['NOT_FOUND', 'ANSWER_TOO_LATE', 'ANSWER_EXCEEDS_ORDER', 'PURCHASE_CANCELLED'],
    idempotency: 'natural',
  }),
  receiveSupplierGoods: endpoint({
    ...write,
    id: 'settlement.receiveSupplierGoods',
    method: 'post',
    path: '/supplier-purchases/:purchaseOrderId/receipts',
    summary:
      'Records goods that came: units, and where known weight, temperature and lot. Never more than was ordered. Chilled and frozen goods need their temperature; a warm one is refused (GOODS_TOO_WARM) until it is accepted. What came is owed to the supplier from then on.',
    params: purchaseOrder,
    body: z.strictObject({
      lines: z
        .array(
          z.strictObject({
            skuId: SkuId,
            units: z.int().min(1).max(1_000_000),
            grams: z.int().min(1).max(1_000_000_000).optional(),
            celsius: z.number().min(-60).max(60).optional(),
            /** Warmer than it should be, seen and taken nevertheless. */
            warmAccepted: z.boolean().optional(),
            /** Absent: the lot that was ordered, where one was. */
            lotId: LotId.optional(),
          }),
        )
        .min(1)
        .max(500),
      note: Text(200).optional(),
    }),
    reply: SupplierOrder,
    status: 201,
    errors: [
      'NOT_FOUND',
      'RECEIPT_EXCEEDS_ORDER',
      'GOODS_TOO_WARM',
      'TEMPERATURE_MISSING',
      'LOT_NOT_OF_GOODS',
      'TOO_MANY_RECEIPTS',
    ],
    idempotency: 'required',
  }),
  correctSupplierReceipt: endpoint({
    ...write,
    id: 'settlement.correctSupplierReceipt',
    method: 'post',
    path: '/supplier-purchases/:purchaseOrderId/receipts/:receiptId/corrections',
    summary:
      'Corrects how many units of a receipt came. The receipt stays as it was; the difference is added, with its reason, to goods and money.',
    params: z.strictObject({ purchaseOrderId: PurchaseOrderId, receiptId: ReceiptId }),
    body: z.strictObject({
      lines: z
        .array(z.strictObject({ skuId: SkuId, units: z.int().min(0).max(1_000_000) }))
        .min(1)
        .max(500),
      reason: Text(200),
    }),
    reply: SupplierOrder,
    status: 201,
    errors: ['NOT_FOUND', 'RECEIPT_EXCEEDS_ORDER', 'TOO_MANY_RECEIPTS', 'NOTHING_TO_CORRECT'],
    idempotency: 'required',
  }),

  listSupplierAccounts: endpoint({
    ...operators,
    id: 'settlement.listSupplierAccounts',
    method: 'get',
    path: '/supplier-accounts',
    summary: 'Every supplier that was ever bought from, with what is owed to it at this moment.',
    query: z.strictObject(pageQuery),
    reply: page(SupplierAccount),
  }),
  readSupplierAccount: endpoint({
    ...operators,
    id: 'settlement.readSupplierAccount',
    method: 'get',
    path: '/supplier-accounts/:supplierId',
    summary: 'What is owed to one supplier at this moment.',
    params: supplier,
    reply: SupplierAccount,
    errors: ['NOT_FOUND'],
  }),
  getSupplierStatement: endpoint({
    ...operators,
    id: 'settlement.getSupplierStatement',
    method: 'get',
    path: '/supplier-accounts/:supplierId/statement',
    summary:
      'A supplier’s statement of a period that is over: ordered, delivered, short, claims, paid, and what was owed before and after it. Its lines: `listSupplierStatementLines`.',
    params: supplier,
    query: z.strictObject(period),
    reply: SupplierStatement,
    errors: ['NOT_FOUND', 'PERIOD_NOT_OVER', 'PERIOD_TOO_LONG'],
  }),
  listSupplierStatementLines: endpoint({
    ...operators,
    id: 'settlement.listSupplierStatementLines',
    method: 'get',
    path: '/supplier-accounts/:supplierId/statement-lines',
    summary:
      'What moved a supplier’s account in a period, newest first, each with the receipt, payment or claim it comes from. Also of days that are not over.',
    params: supplier,
    query: z.strictObject({ ...period, ...pageQuery }),
    reply: page(SupplierStatementLine),
    errors: ['NOT_FOUND', 'PERIOD_TOO_LONG'],
  }),
  listSupplierPayments: endpoint({
    ...operators,
    id: 'settlement.listSupplierPayments',
    method: 'get',
    path: '/supplier-accounts/:supplierId/payments',
    summary: 'What was paid to a supplier, newest first.',
    params: supplier,
    query: z.strictObject(pageQuery),
    reply: page(SupplierPayment),
    errors: ['NOT_FOUND'],
  }),
  recordSupplierPayment: endpoint({
    ...write,
    id: 'settlement.recordSupplierPayment',
    method: 'post',
    path: '/supplier-accounts/:supplierId/payments',
    summary: 'Records that a supplier was paid from the bank account, never more than is owed to it.',
    params: supplier,
    body: z.strictObject({
      amount: Money.refine(({ amount }) => amount > 0, { error: 'must be more than nothing' }),
      paidOn: CityDate,
      /** The bank’s number of the transfer. */
      reference: Text(60),
      note: Text(200).optional(),
    }),
    reply: SupplierPayment,
    status: 201,
    errors: ['NOT_FOUND', 'PAYMENT_ABOVE_OWED', 'PAYMENT_DAY_AHEAD'],
    idempotency: 'required',
  }),
  reverseSupplierPayment: endpoint({
    ...write,
    id: 'settlement.reverseSupplierPayment',
    method: 'post',
    path: '/supplier-accounts/:supplierId/payments/:paymentId/reverse',
    summary:
      'Takes back a payment that was recorded by mistake or bounced: it stays, and its reversal is added with the reason.',
    params: z.strictObject({ supplierId: SupplierId, paymentId: SupplierPaymentId }),
    body: z.strictObject({ reason: Text(200) }),
    reply: SupplierPayment,
    status: 201,
    errors: ['NOT_FOUND', 'PAYMENT_IS_REVERSAL'],
    idempotency: 'natural',
  }),
};
