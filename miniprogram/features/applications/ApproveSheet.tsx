import { useState } from 'react';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { FormSheet } from '@/blocks/form/FormSheet';
import { PlaceProblem } from '@/blocks/operator/point/PlaceProblem';
import { PointFields } from '@/blocks/operator/point/PointFields';
import { Tabs } from '@/design/components/Tabs';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { PointChoice } from './PointChoice';
import { applicationsTexts } from './texts';
import { useDecided } from './useApplications';
import { useApproveExisting, useApproveNew } from './useApproval';

type ApproveSheetProps = { application: LeaderApplication; onClose: () => void; onDone: () => void };

/** Approves an application with a pickup point: one that is there, or a new one made from what the applicant wrote. */
export function ApproveSheet({ application, onClose, onDone }: ApproveSheetProps) {
  const t = useTexts(applicationsTexts);
  const { name, cityId, pickupPointId } = application;
  const [way, setWay] = useState<'newPoint' | 'existing'>(
    pickupPointId === undefined ? 'newPoint' : 'existing',
  );
  const decided = useDecided();
  const done = () => {
    decided();
    showToast(t('approvedNow', { name }));
    onDone();
  };
  const opening = useApproveNew(application, done);
  const giving = useApproveExisting(application, done);
  return (
    <FormSheet
      title={t('approveTitle', { name })}
      form={way === 'newPoint' ? opening : giving}
      onClose={onClose}
      action={way === 'newPoint' ? t('approveNew') : t('approveExisting', { name })}
      problem={way === 'newPoint' ? <PlaceProblem form={opening} /> : undefined}
      intro={
        <Tabs
          label={t('ways')}
          value={way}
          onChange={setWay}
          tabs={[
            { value: 'newPoint', text: t('newPoint') },
            { value: 'existing', text: t('existing') },
          ]}
        />
      }
    >
      {way === 'newPoint' ? (
        <PointFields form={opening} />
      ) : (
        <PointChoice cityId={cityId} field={giving.field('pickupPointId')} />
      )}
    </FormSheet>
  );
}
