import { purchaseMail } from '../../domain/suppliers/purchaseMail';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { withMailLeft, withMailTried } from '../../domain/suppliers/sending';
import { linkOf } from './linkOf';
import { type SupplierDeps } from './supplierDeps';

/**
 * Tries the mail that a purchase order owes. The try is written down first, so that two processes do not send it at once; after a crash
 * in between it is sent a second time, with the same message id, which mail programs show once.
 */
export async function sendDueMail(
  { purchaseOrders, mailer, now, log, ...deps }: SupplierDeps,
  { id }: Pick<PurchaseOrder, 'id'>,
): Promise<void> {
  // Whether the try that is written down in the end is ours.
  const tries = { ours: false };
  const order = await purchaseOrders.change(id, (before) => {
    const tried = withMailTried(before, now());
    tries.ours = tried !== undefined;
    return tried ?? before;
  });
  const key = order.mailDue?.key;
  const to = order.sendings.find((sending) => sending.key === key)?.to;
  if (!tries.ours || key === undefined || to === undefined) return;
  try {
    await mailer.send({
      messageId: `${id}.${key}`,
      to,
      ...purchaseMail(order, { to, url: linkOf(deps, order) }),
    });
  } catch (error) {
    log.warn({ err: error, purchaseOrderId: id }, 'a purchase order could not be mailed: it is tried again');
    return;
  }
  const left = { leftAt: now(), knewChanges: order.changes.length };
  await purchaseOrders.change(id, (before) => withMailLeft(before, key, left));
}

/** Tries what is due. @returns whether anything was */
export async function sweepMail(deps: SupplierDeps): Promise<boolean> {
  const due = await deps.purchaseOrders.owingMail(deps.now());
  for (const order of due) await sendDueMail(deps, order);
  return due.length > 0;
}
