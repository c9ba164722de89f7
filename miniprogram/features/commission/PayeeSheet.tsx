import { type PayoutOverview } from '#shared/contracts/settlement/payoutViews';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { Tabs } from '@/design/components/Tabs';
import { TextField } from '@/design/components/TextField';
import { digitsOf } from '@/design/format/typed';
import { translateNow, useTexts } from '@/i18n/texts';
import { commissionTexts } from './texts';

type Kind = PayoutOverview['kinds'][number];
type Draft = { kind: Kind; holder: string; bank: string; number: string };

const isCard = (number: string) =>
  /^[0-9]{12,19}$/.test(digitsOf(number)) ? undefined : translateNow(commissionTexts)('cardWrong');
const isAccount = (number: string) =>
  /^acct_[0-9A-Za-z]{4,60}$/.test(number.trim()) ? undefined : translateNow(commissionTexts)('accountWrong');

const save = ({ kind, holder, bank, number }: Draft) =>
  api.settlement.setPayee({
    body:
      kind === 'bank_card'
        ? { kind, holder, bank, number: digitsOf(number) }
        : { kind, holder, number: number.trim() },
  });

type PayeeSheetProps = { money: PayoutOverview; onClose: () => void; onSaved: () => void };

/** Where the leader is paid. The number is typed anew each time: it is shown to nobody. */
export function PayeeSheet({ money: { payee, kinds }, onClose, onSaved }: PayeeSheetProps) {
  const t = useTexts(commissionTexts);
  const start: Draft = {
    kind: payee?.kind ?? 'bank_card',
    holder: payee?.holder ?? '',
    bank: payee?.bank ?? '',
    number: '',
  };
  const form = useForm({
    name: 'payee',
    start,
    check: ({ kind, holder, bank, number }: Draft) => ({
      holder: isFilled(holder),
      bank: kind === 'bank_card' ? isFilled(bank) : undefined,
      number: kind === 'bank_card' ? isCard(number) : isAccount(number),
    }),
    save: (_key, draft: Draft) => save(draft),
    onSaved,
  });
  const { kind } = form.draft;
  return (
    <FormSheet
      title={t('payee')}
      form={form}
      onClose={onClose}
      intro={
        kinds.length > 1 && (
          <Tabs
            label={t('payee')}
            value={kind}
            onChange={(value) => form.change({ kind: value })}
            tabs={kinds.map((value) => ({ value, text: t(value) }))}
          />
        )
      }
    >
      <TextField {...form.field('holder')} label={t('holder')} hint={t('holderHint')} maxLength={60} />
      {kind === 'bank_card' && <TextField {...form.field('bank')} label={t('bank')} maxLength={60} />}
      <TextField
        {...form.field('number')}
        label={t(kind === 'bank_card' ? 'card' : 'account')}
        hint={t('numberHint')}
        maxLength={64}
        autoComplete="off"
      />
    </FormSheet>
  );
}
