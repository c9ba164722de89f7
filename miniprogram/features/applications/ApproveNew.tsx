import { useRef } from 'react';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { type PickupPointId } from '#shared/contracts/ids';
import { FormProblem } from '@/blocks/form/FormProblem';
import { useForm } from '@/blocks/form/useForm';
import { checkPoint, factsOf, newPoint, type PointDraft, typedPosition } from '@/blocks/operator/point/draft';
import { PointFields } from '@/blocks/operator/point/PointFields';
import { api } from '@/client/api';
import { Button } from '@/design/components/Button';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { applicationsTexts } from './texts';
import { approve } from './useApplications';

type ApproveNewProps = { application: LeaderApplication; onDone: () => void };

const draftFrom = ({ place, address, position, coldStorage }: LeaderApplication): PointDraft => ({
  ...newPoint,
  nameZh: place.slice(0, 40),
  address,
  coldStorage,
  ...(position ? typedPosition(position) : {}),
});

/** Opens the place that the applicant wrote of as a pickup point, led by the applicant. */
export function ApproveNew({ application, onDone }: ApproveNewProps) {
  const t = useTexts(applicationsTexts);
  const { applicationId, cityId } = application;
  // A second try after trouble approves with the point that the first one opened.
  const opened = useRef<PickupPointId | undefined>(undefined);
  const form = useForm<PointDraft, unknown>({
    name: 'new-point',
    start: draftFrom(application),
    check: checkPoint,
    save: async (key, draft) => {
      opened.current ??= (
        await api.delivery.createPickupPoint({
          body: { cityId, ...factsOf(draft) },
          idempotencyKey: key,
        })
      ).pickupPointId;
      return approve(applicationId, opened.current);
    },
    onSaved: onDone,
  });
  return (
    <Box className="lt-column">
      <PointFields form={form} />
      <FormProblem form={form} />
      <Button block size="big" busy={form.busy} onTap={form.submit}>
        {t('approveNew')}
      </Button>
    </Box>
  );
}
