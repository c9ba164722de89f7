import { type AccountId, type CityId, type DiscrepancyId } from '#shared/contracts/ids';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type PageAsked } from '../../storage/cursors';
import { type ReceiptDoc } from '../../storage/documents';
import { type Delivery, event } from '../delivery';

/** Of a city for operators, otherwise of the caller's own pickup points and routes. */
export async function listDiscrepancies(
  { store }: Delivery,
  caller: AccountCaller,
  { cityId, ...asked }: PageAsked & { readonly cityId?: CityId | undefined },
) {
  if (cityId !== undefined && !holds(caller, 'operator')) throw new Refused('NOT_ALLOWED');
  if (cityId !== undefined) return store.receipts.listDiscrepancies({ cityId }, asked);
  if (!holds(caller, 'leader'))
    return store.receipts.listDiscrepancies({ courierAccountId: caller.accountId }, asked);
  const points = await store.points.ledBy(caller.accountId);
  return store.receipts.listDiscrepancies({ pickupPointId: { $in: points.map(({ _id }) => _id) } }, asked);
}

/**
 * What the courier of the stop says; the first answer stays, and giving it again is no error. That it was given is taken to the
 * route by its event.
 */
export async function answerDiscrepancy(
  { store, now, nudge }: Delivery,
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
