import { useQueryClient } from '@tanstack/react-query';
import { type DifferenceView } from '#shared/contracts/settlement/close';
import { isAmount, isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { SelectField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoney, parseYuan } from '@/design/format/money';
import { useTexts } from '@/i18n/texts';
import { accountName } from './names';
import { financeTexts } from './texts';

const against = [
  'platform:adjustments',
  'platform:provider_fees',
  'platform:revenue',
  'platform:subsidy',
  'bank:payouts',
] as const;
type Draft = { note: string; amount: string; account: string };

/** What is decided about a difference: a note, and what is booked for it. */
export function DecideSheet({ difference, onClose }: { difference: DifferenceView; onClose: () => void }) {
  const t = useTexts(financeTexts);
  const client = useQueryClient();
  const { differenceId, provider, remaining } = difference;
  const form = useForm({
    name: 'decide',
    start: { note: '', amount: '', account: against[0] },
    check: ({ note, amount }: Draft) => ({
      note: isFilled(note),
      amount: amount.trim() === '' ? undefined : isAmount(amount, 1),
    }),
    save: (key, { note, amount, account }) => {
      // Towards the provider's figure, whichever way that is.
      const fen = Math.sign(remaining.amount) * (parseYuan(amount) ?? 0);
      const chosen = against.find((one) => one === account) ?? against[0];
      return api.settlement.resolveDifference({
        params: { differenceId },
        body: {
          note: note.trim(),
          ...(fen === 0
            ? {}
            : {
                adjustment: [
                  { account: `provider:${provider}` as const, fen: -fen },
                  { account: chosen, fen },
                ],
              }),
        },
        idempotencyKey: key,
      });
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['finance'] });
      showToast(t('decided'));
      onClose();
    },
  });
  return (
    <FormSheet title={t('decide')} form={form} onClose={onClose} action={t('save')}>
      <TextField {...form.field('note')} label={t('note')} hint={t('noteHint')} maxLength={500} />
      <TextField
        {...form.field('amount')}
        kind="decimal"
        optional
        label={t('adjust')}
        hint={t('adjustHint', { amount: formatMoney({ amount: Math.abs(remaining.amount) }) })}
      />
      <SelectField
        {...form.field('account')}
        label={t('against')}
        options={against.map((value) => ({ value, text: accountName(value, t) }))}
      />
    </FormSheet>
  );
}
