import { type PayoutFileView } from '#shared/contracts/settlement/payoutViews';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { payoutsTexts } from './texts';
import { useChanged } from './usePayouts';

/** What the bank answered to a file, line by line. */
export function AnswerSheet({ file: { fileId }, onClose }: { file: PayoutFileView; onClose: () => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const form = useForm({
    name: 'answer',
    start: { csv: '' },
    check: ({ csv }) => ({ csv: isFilled(csv) }),
    save: (_key, { csv }) => api.settlement.answerPayoutFile({ params: { fileId }, body: { csv } }),
    onSaved: () => {
      changed();
      showToast(t('answered'));
      onClose();
    },
  });
  return (
    <FormSheet title={t('answer')} form={form} onClose={onClose}>
      <TextField
        {...form.field('csv')}
        multiline
        label={t('answerCsv')}
        hint={t('answerHint')}
        maxLength={200_000}
      />
    </FormSheet>
  );
}
