import { type suppliersApi } from '#shared/contracts/settlement/suppliers';
import { found } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { answerSupplierOrder } from '../../usecases/suppliers/answerSupplierOrder';
import { correctSupplierReceipt } from '../../usecases/suppliers/correctSupplierReceipt';
import { getSupplierStatement } from '../../usecases/suppliers/getSupplierStatement';
import { listSupplierStatementLines } from '../../usecases/suppliers/listSupplierStatementLines';
import { listSupplierAccounts } from '../../usecases/suppliers/listSupplierAccounts';
import { listSupplierOrders } from '../../usecases/suppliers/listSupplierOrders';
import { listSupplierPayments } from '../../usecases/suppliers/listSupplierPayments';
import { readSupplierAccount } from '../../usecases/suppliers/readSupplierAccount';
import { readSupplierOrder } from '../../usecases/suppliers/readSupplierOrder';
import { withdrawSupplierLink } from '../../usecases/suppliers/withdrawSupplierLink';
import { receiveSupplierGoods } from '../../usecases/suppliers/receiveSupplierGoods';
import { recordSupplierPayment } from '../../usecases/suppliers/recordSupplierPayment';
import { reverseSupplierPayment } from '../../usecases/suppliers/reverseSupplierPayment';
import { sendSupplierOrder } from '../../usecases/suppliers/sendSupplierOrder';
import { shareSupplierOrder } from '../../usecases/suppliers/shareSupplierOrder';
import { type SupplierDeps } from '../../usecases/suppliers/supplierDeps';
import { presentPurchase, presentPurchaseCard } from './presentPurchase';
import {
  presentStatement,
  presentStatementLine,
  presentSupplierAccount,
  presentSupplierPayment,
} from './presentSupplierAccount';

/** Purchase orders, goods that come, and suppliers' accounts: every operation on a line or two. */
export function supplierRoutes(deps: SupplierDeps): Handlers<typeof suppliersApi> {
  const show = (order: PurchaseOrder) => presentPurchase(order, deps.now());

  return {
    listSupplierOrders: async ({ query }) =>
      presentPage(await listSupplierOrders(deps, query), presentPurchaseCard),
    readSupplierOrder: async ({ params }) => show(await readSupplierOrder(deps, params.purchaseOrderId)),
    sendSupplierOrder: async ({ params, body, key }) =>
      show(await sendSupplierOrder(deps, { ...params, ...body, key: key.newId('snd') })),
    shareSupplierOrder: async ({ params }) => {
      const { url, order } = await shareSupplierOrder(deps, params.purchaseOrderId);
      return { url, endsAt: found(order.link.endsAt).toISOString() };
    },
    withdrawSupplierLink: async ({ params }) =>
      show(await withdrawSupplierLink(deps, params.purchaseOrderId)),
    answerSupplierOrder: async ({ params, body: { lines, note } }) =>
      show(
        await answerSupplierOrder(deps, params.purchaseOrderId, {
          by: 'operator',
          units: Object.fromEntries(lines.map(({ skuId, units }) => [skuId, units])),
          ...(note === undefined ? {} : { note }),
        }),
      ),
    receiveSupplierGoods: async ({ params, body, key, caller }) =>
      show(
        await receiveSupplierGoods(deps, {
          ...{ ...params, ...body },
          ...{ receiptId: key.newId('rcp'), by: caller.accountId },
        }),
      ),
    correctSupplierReceipt: async ({ params: { purchaseOrderId, receiptId }, body, key, caller }) =>
      show(
        await correctSupplierReceipt(deps, {
          ...{ purchaseOrderId, corrects: receiptId, ...body },
          ...{ receiptId: key.newId('rcp'), by: caller.accountId },
        }),
      ),

    listSupplierAccounts: async ({ query }) =>
      presentPage(await listSupplierAccounts(deps, query), presentSupplierAccount),
    readSupplierAccount: async ({ params }) =>
      presentSupplierAccount(await readSupplierAccount(deps, params.supplierId)),
    getSupplierStatement: async ({ params, query }) =>
      presentStatement(await getSupplierStatement(deps, params.supplierId, query)),
    listSupplierStatementLines: async ({ params, query }) =>
      presentPage(await listSupplierStatementLines(deps, params.supplierId, query), presentStatementLine),
    listSupplierPayments: async ({ params, query }) =>
      presentPage(await listSupplierPayments(deps, params.supplierId, query), ({ payment, reversedBy }) =>
        presentSupplierPayment(payment, reversedBy),
      ),
    recordSupplierPayment: async ({ params, body: { amount, ...paid }, key, caller }) =>
      presentSupplierPayment(
        await recordSupplierPayment(deps, {
          ...{ ...params, ...paid, fen: amount.amount },
          ...{ paymentId: key.newId('spm'), by: caller.accountId },
        }),
      ),
    reverseSupplierPayment: async ({ params, body, caller }) =>
      presentSupplierPayment(
        await reverseSupplierPayment(deps, { ...params, ...body, by: caller.accountId }),
      ),
  };
}
