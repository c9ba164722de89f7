import { type AccountId, type DiscrepancyId, type PhotoId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type ReceiptDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';

type Answer = {
  readonly agreed: boolean;
  readonly note?: string | undefined;
  readonly photoId?: PhotoId | undefined;
};

/**
 * What the courier of the stop says; the first answer stays, and giving it again is no error. That it was given is taken to the
 * route by its event.
 * @throws {Refused} CHANGED_MEANWHILE for another answer than the first, PHOTO_REQUIRED for a photo that the courier did not take
 */
export async function answerDiscrepancy(
  { store, now, nudge }: DeliveryDeps,
  id: DiscrepancyId,
  courier: AccountId,
  { agreed, note, photoId }: Answer,
) {
  const receipt = found(await store.receipts.findByDiscrepancy(id));
  if (receipt.courierAccountId !== courier) throw notFound();
  const shows = { stopId: receipt._id, courierAccountId: courier, pickupPointId: receipt.pickupPointId };
  if (photoId !== undefined && !(await store.photos.attach(photoId, courier, shows)))
    throw new Refused('PHOTO_REQUIRED');
  const answer = {
    ...{ agreed, at: now() },
    ...(note === undefined ? {} : { note }),
    ...(photoId === undefined ? {} : { photoId }),
  };
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
