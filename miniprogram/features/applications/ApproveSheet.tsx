import { useState } from 'react';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { Sheet } from '@/design/components/Sheet';
import { Tabs } from '@/design/components/Tabs';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { ApproveExisting } from './ApproveExisting';
import { ApproveNew } from './ApproveNew';
import { applicationsTexts } from './texts';
import { useDecided } from './useApplications';

type ApproveSheetProps = { application: LeaderApplication; onClose: () => void; onDone: () => void };

/** Approves an application with a pickup point: one that is there, or a new one made from what the applicant wrote. */
export function ApproveSheet({ application, onClose, onDone }: ApproveSheetProps) {
  const t = useTexts(applicationsTexts);
  const [way, setWay] = useState<'newPoint' | 'existing'>(
    application.pickupPointId === undefined ? 'newPoint' : 'existing',
  );
  const decided = useDecided();
  const { name } = application;
  const done = () => {
    decided();
    showToast(t('approvedNow', { name }));
    onDone();
  };
  return (
    <Sheet open title={t('approveTitle', { name })} onClose={onClose}>
      <Box className="lt-column">
        <Tabs
          label={t('ways')}
          value={way}
          onChange={setWay}
          tabs={[
            { value: 'newPoint', text: t('newPoint') },
            { value: 'existing', text: t('existing') },
          ]}
        />
        {way === 'newPoint' ? (
          <ApproveNew application={application} onDone={done} />
        ) : (
          <ApproveExisting application={application} onDone={done} />
        )}
      </Box>
    </Sheet>
  );
}
