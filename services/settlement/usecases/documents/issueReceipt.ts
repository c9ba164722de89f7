import { type OrderId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type Document } from '../../domain/documents/document';
import { bookDay } from '../../domain/documents/period';
import { creditNotesOf, receiptOf } from '../../domain/documents/receipt';
import { saleOf } from '../../domain/documents/saleOf';
import { type SettlementDeps } from '../deps';

/**
 * The receipt of an order and a credit note for each of its refunds, for its shopper and for operators: those that were issued before
 * as they are, and the others from now on. After a crash some may be missing: asked again, they are issued.
 * @throws {Refused} NO_RECEIPT_YET while nothing was taken for it; of somebody else's order, too
 */
export async function issueReceipt(
  { documents, orderRecords, now }: Pick<SettlementDeps, 'documents' | 'orderRecords' | 'now'>,
  caller: AccountCaller,
  orderId: OrderId,
): Promise<Document[]> {
  const record = await orderRecords.find(orderId);
  const { money, terms } = record ?? {};
  const isTheirs = money?.accountId === caller.accountId || holds(caller, 'operator');
  if (!money || !terms || !isTheirs) throw new Refused('NO_RECEIPT_YET');
  const at = now();
  const when = { day: bookDay(at), at };
  const sale = saleOf(money, terms);
  const receipt = await documents.issue(receiptOf(sale), when);
  const notes: Document[] = [];
  for (const note of creditNotesOf(sale, receipt.number)) notes.push(await documents.issue(note, when));
  return [receipt, ...notes];
}
