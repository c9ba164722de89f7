import { type PurchaseOrderId } from '#shared/contracts/ids';
import { withAnswer } from '../../domain/suppliers/answer';
import { type Answer, type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { type SupplierDeps } from './supplierDeps';

/**
 * What the supplier says will come, told by itself or by an operator who has it on the phone. One write; a later answer takes the place
 * of an earlier one.
 * @throws {Refused} NOT_FOUND, ANSWER_TOO_LATE, ANSWER_EXCEEDS_ORDER, PURCHASE_CANCELLED
 */
export function answerSupplierOrder(
  { purchaseOrders, now }: SupplierDeps,
  id: PurchaseOrderId,
  answer: Omit<Answer, 'at'>,
): Promise<PurchaseOrder> {
  const at = now();
  return purchaseOrders.change(id, (order) => withAnswer(order, { ...answer, at }));
}
