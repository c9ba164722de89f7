import { useState } from 'react';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { applicationsTexts } from './texts';
import { useReject } from './useApplications';

type RejectSheetProps = { application: LeaderApplication; onClose: () => void; onDone: () => void };

/** Refuses an application; the applicant reads why. */
export function RejectSheet({ application: { applicationId }, onClose, onDone }: RejectSheetProps) {
  const t = useTexts(applicationsTexts);
  const [reason, setReason] = useState('');
  const reject = useReject(applicationId, () => {
    showToast(t('rejectedNow'));
    onDone();
  });
  return (
    <Sheet
      open
      title={t('rejectTitle')}
      onClose={onClose}
      footer={
        <Button
          block
          kind="danger"
          busy={reject.isPending}
          disabled={reason.trim() === ''}
          onTap={() => reject.mutate(reason.trim())}
        >
          {t('reject')}
        </Button>
      }
    >
      <TextField
        id="reject-reason"
        multiline
        label={t('rejectReason')}
        hint={t('rejectHint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </Sheet>
  );
}
