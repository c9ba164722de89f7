import { useState } from 'react';
import { cnyOf, isAmount, isChosen, isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { SearchField } from '@/blocks/form/SearchField';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { useAccounts } from '@/client/accounts';
import { MomentField, SelectField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { cityDateOf, cityInstant, daysAfter } from '@/design/format/date';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { payoutsTexts } from './texts';
import { useChanged } from './usePayouts';

const usualDays = 7;
const start = () => ({
  accountId: '',
  amount: '',
  reason: '',
  until: daysAfter(cityDateOf(serverNow()), usualDays),
});
type Draft = ReturnType<typeof start>;

const save = (key: string, { accountId, amount, reason, until }: Draft) =>
  api.settlement.placePayoutHold({
    body: {
      accountId,
      amount: cnyOf(amount),
      reason: reason.trim(),
      until: cityInstant(until, '24:00') ?? until,
    },
    idempotencyKey: key,
  });

/** Keeps back what is disputed of a leader's commission. */
export function HoldSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const [words, setWords] = useState('');
  const { query, items: leaders } = useAccounts(words, 'leader');
  const isShown = (id: string) => leaders.some(({ accountId }) => accountId === id);
  const form = useForm({
    name: 'hold',
    start: start(),
    check: ({ accountId, amount, reason, until }: Draft) => ({
      // While the list is searched anew, who was chosen may not stand in it.
      accountId: isChosen(isShown(accountId) ? accountId : ''),
      amount: isAmount(amount, 1),
      reason: isFilled(reason),
      until: isFilled(until),
    }),
    save,
    onSaved: () => {
      changed();
      showToast(t('held'));
      onClose();
    },
  });
  return (
    <FormSheet title={t('hold')} form={form} onClose={onClose} action={t('hold')}>
      <SearchField
        label={t('searchLeader')}
        value={words}
        onChange={(typed) => {
          setWords(typed);
          form.change({ accountId: '' });
        }}
      />
      <SelectField
        {...form.field('accountId')}
        label={t('leader')}
        hint={query.isSuccess && leaders.length === 0 ? t('noLeader') : undefined}
        options={[
          { value: '', text: t('chooseLeader') },
          ...leaders.map(({ accountId, displayName }) => ({ value: accountId, text: displayName })),
        ]}
      />
      <TextField {...form.field('amount')} kind="decimal" label={t('disputed')} />
      <TextField {...form.field('reason')} label={t('holdReason')} hint={t('leaderReads')} maxLength={200} />
      <MomentField {...form.field('until')} kind="date" label={t('holdUntil')} />
    </FormSheet>
  );
}
