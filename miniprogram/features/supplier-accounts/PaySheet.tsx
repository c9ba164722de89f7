import { useQueryClient } from '@tanstack/react-query';
import { type SupplierAccount } from '#shared/contracts/settlement/supplierViews';
import { cnyOf, isAmount, isFilled, typedHundredths } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { MomentField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { cityDateOf } from '@/design/format/date';
import { formatMoney, parseYuan } from '@/design/format/money';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { supplierAccountTexts } from './texts';

/** A payment that was made from the bank account. */
export function PaySheet({ account, onClose }: { account: SupplierAccount; onClose: () => void }) {
  const t = useTexts(supplierAccountTexts);
  const queryClient = useQueryClient();
  const { supplierId, owed } = account;
  const today = cityDateOf(serverNow());
  const amount = formatMoney(owed);
  const form = useForm({
    name: 'supplier-payment',
    start: { amount: typedHundredths(owed.amount), paidOn: today, reference: '', note: '' },
    check: (draft) => ({
      amount:
        isAmount(draft.amount, 1) ??
        ((parseYuan(draft.amount) ?? 0) > owed.amount ? t('aboveOwed', { amount }) : undefined),
      paidOn: isFilled(draft.paidOn) ?? (draft.paidOn > today ? t('dayAhead') : undefined),
      reference: isFilled(draft.reference),
    }),
    save: (key, draft) =>
      api.settlement.recordSupplierPayment({
        params: { supplierId },
        body: {
          amount: cnyOf(draft.amount),
          ...{ paidOn: draft.paidOn, reference: draft.reference },
          ...(draft.note.trim() === '' ? {} : { note: draft.note }),
        },
        idempotencyKey: key,
      }),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['supplier-account'] });
      showToast(t('paid'));
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormSheet title={t('payTitle')} form={form} onClose={onClose}>
      <TextField
        {...field('amount')}
        kind="decimal"
        label={t('amount')}
        hint={t('amountHint', { amount })}
        maxLength={12}
      />
      <MomentField {...field('paidOn')} kind="date" label={t('paidOn')} />
      <TextField {...field('reference')} label={t('reference')} maxLength={60} />
      <TextField {...field('note')} optional label={t('note')} maxLength={200} />
    </FormSheet>
  );
}
