import { type AccountId, type DiscrepancyId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type ReceiptDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';

/**
 * What the courier of the stop says; the first answer stays, and giving it again is no error. That it was given is taken to the
 * route by its event.
 */
export async function answerDiscrepancy(
  { store, now, nudge }: DeliveryDeps,
  id: DiscrepancyId,
  courier: AccountId,
  { agreed, note }: { readonly agreed: boolean; readonly note?: string | undefined },
) {
  const receipt = found(await store.receipts.findByDiscrepancy(id));
  if (receipt.courierAccountId !== courier) throw notFound();
  const answer = { agreed, at: now(), ...(note === undefined ? {} : { note }) };
  const answered = await store.receipts.answer(id, answer, answeredEvent(receipt, id, answer));
  if (answered) nudge('receipts', receipt._id);
  const after = answered ?? (await store.receipts.findByDiscrepancy(id));
  const discrepancy = found(after?.discrepancies.find(({ discrepancyId }) => discrepancyId === id));
  if (discrepancy.answer?.agreed !== agreed || discrepancy.answer.note !== note)
    throw new Refused('CHANGED_MEANWHILE');
  return { ...receipt, discrepancies: discrepancy };
}

function answeredEvent(
  { _id: stopId, routeId, cityId, consolidationId, pickupPointId }: ReceiptDoc,
  discrepancyId: DiscrepancyId,
  { agreed, at }: { readonly agreed: boolean; readonly at: Date },
) {
  return event(
    'delivery.discrepancy_answered.v1',
    stopId,
    {
      ...{ stopId, routeId, cityId, consolidationId, pickupPointId },
      ...{ discrepancyId, agreed, answeredAt: at.toISOString() },
    },
    { now: at },
  );
}
