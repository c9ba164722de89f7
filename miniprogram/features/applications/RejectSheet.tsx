import { type LeaderApplication } from '#shared/contracts/identity/account';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { applicationsTexts } from './texts';
import { useDecided } from './useApplications';

type RejectSheetProps = { application: LeaderApplication; onClose: () => void; onDone: () => void };

/** Refuses an application; the applicant reads why. */
export function RejectSheet({ application: { applicationId }, onClose, onDone }: RejectSheetProps) {
  const t = useTexts(applicationsTexts);
  const decided = useDecided();
  const form = useForm({
    name: 'reject',
    start: { reason: '' },
    check: ({ reason }) => ({ reason: isFilled(reason) }),
    save: (_key, { reason }) =>
      api.identity.rejectLeaderApplication({ params: { applicationId }, body: { reason: reason.trim() } }),
    onSaved: () => {
      decided();
      showToast(t('rejectedNow'));
      onDone();
    },
  });
  return (
    <FormSheet title={t('rejectTitle')} form={form} onClose={onClose} action={t('reject')} danger>
      <TextField
        {...form.field('reason')}
        multiline
        label={t('rejectReason')}
        hint={t('rejectHint')}
        maxLength={200}
      />
    </FormSheet>
  );
}
