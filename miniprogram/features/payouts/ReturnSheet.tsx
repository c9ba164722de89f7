import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { PayoutSteps } from '@/blocks/payout/PayoutSteps';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoney } from '@/design/format/money';
import { useTexts } from '@/i18n/texts';
import { payeeOf } from './PayoutRow';
import { payoutsTexts } from './texts';
import { useChanged } from './usePayouts';

/** One payout that the bank returned, and why. */
export function ReturnSheet({ payout, onClose }: { payout: PayoutView; onClose: () => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const { payoutId, amount } = payout;
  const form = useForm({
    name: 'return',
    start: { reason: '' },
    check: ({ reason }) => ({ reason: isFilled(reason) }),
    save: (key, { reason }) =>
      api.settlement.returnPayout({
        params: { payoutId },
        body: { reason: reason.trim() },
        idempotencyKey: key,
      }),
    onSaved: () => {
      changed();
      showToast(t('returned'));
      onClose();
    },
  });
  return (
    <FormSheet
      danger
      title={`${formatMoney(amount)} · ${payeeOf(payout)}`}
      form={form}
      onClose={onClose}
      action={t('return')}
      intro={<PayoutSteps payout={payout} />}
    >
      <TextField {...form.field('reason')} label={t('returnReason')} hint={t('returnHint')} maxLength={200} />
    </FormSheet>
  );
}
