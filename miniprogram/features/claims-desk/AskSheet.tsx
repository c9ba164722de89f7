import { useQueryClient } from '@tanstack/react-query';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { type Case } from './claimCase';
import { claimsDeskTexts } from './texts';

/** A question to whoever claims. */
export function AskSheet({ about: { claim }, onClose }: { about: Case; onClose: () => void }) {
  const t = useTexts(claimsDeskTexts);
  const queryClient = useQueryClient();
  const { orderId, claimId } = claim;
  const form = useForm({
    name: 'ask-claimant',
    start: { text: '' },
    check: ({ text }) => ({ text: isFilled(text) }),
    save: (idempotencyKey, { text }) =>
      api.orders.askClaimant({ params: { orderId, claimId }, body: { text: text.trim() }, idempotencyKey }),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['claim-case', claimId] });
      showToast(t('done'));
      onClose();
    },
  });
  return (
    <FormSheet title={t('ask')} form={form} onClose={onClose}>
      <TextField {...form.field('text')} multiline label={t('askLabel')} maxLength={300} />
    </FormSheet>
  );
}
