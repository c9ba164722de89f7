import { useRef } from 'react';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { type PickupPointId } from '#shared/contracts/ids';
import { isChosen } from '@/blocks/form/check';
import { useForm } from '@/blocks/form/useForm';
import { checkPoint, factsOf, newPoint, type PointDraft, typedPosition } from '@/blocks/operator/point/draft';
import { api } from '@/client/api';

const approve = ({ applicationId }: LeaderApplication, pickupPointId: string) =>
  api.identity.approveLeaderApplication({ params: { applicationId }, body: { pickupPointId } });

const draftFrom = ({ place, address, position, coldStorage }: LeaderApplication): PointDraft => ({
  ...newPoint,
  nameZh: place.slice(0, 40),
  address,
  coldStorage,
  ...(position ? typedPosition(position) : {}),
});

/** Opens the place that the applicant wrote of as a pickup point, led by the applicant. */
export const useApproveNew = (application: LeaderApplication, onSaved: () => void) => {
  const { cityId } = application;
  // A second try after trouble approves with the point that the first one opened.
  const opened = useRef<PickupPointId | undefined>(undefined);
  return useForm<PointDraft, unknown>({
    name: 'new-point',
    start: draftFrom(application),
    check: checkPoint,
    save: async (key, draft) => {
      opened.current ??= (
        await api.delivery.createPickupPoint({ body: { cityId, ...factsOf(draft) }, idempotencyKey: key })
      ).pickupPointId;
      return approve(application, opened.current);
    },
    onSaved,
  });
};

/** Gives a pickup point that is there to the applicant; the one that was asked for is proposed. */
export const useApproveExisting = (application: LeaderApplication, onSaved: () => void) =>
  useForm<{ pickupPointId: string }, unknown>({
    name: 'approve',
    start: { pickupPointId: application.pickupPointId ?? '' },
    check: ({ pickupPointId }) => ({ pickupPointId: isChosen(pickupPointId) }),
    save: (_key, { pickupPointId }) => approve(application, pickupPointId),
    onSaved,
  });
