import { useQueryClient } from '@tanstack/react-query';
import { cnyOf, isAmount, isFilled, typedHundredths } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { Chip } from '@/design/components/Chip';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoney, parseYuan } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { type Case, type Payer } from './claimCase';
import { claimsDeskTexts } from './texts';

const keyOf = ({ payer, accountId }: Payer) => `${payer}:${accountId ?? ''}`;

/** How much goes back in all, what the shopper reads, and who bears it; the proposal is chosen already. */
export function DecideSheet({ about, onClose }: { about: Case; onClose: () => void }) {
  const t = useTexts(claimsDeskTexts);
  const queryClient = useQueryClient();
  const { claim, line, proposed, payers } = about;
  const { orderId, claimId, asked, granted } = claim;
  const most = line.left.amount + granted.amount;
  const nameOf = ({ payer }: Payer) => t(payer === 'supplier' ? 'supplier_payer' : payer);
  const form = useForm({
    name: 'decide-claim',
    start: {
      amount: typedHundredths(Math.min(asked.amount, most)),
      reason: '',
      payer: keyOf({ payer: proposed.payer, ...(proposed.accountId && { accountId: proposed.accountId }) }),
    },
    check: ({ amount, reason }) => ({
      amount:
        isAmount(amount, 0) ??
        ((parseYuan(amount) ?? 0) > most
          ? t('amountBad', { most: formatMoney({ amount: most }) })
          : undefined),
      reason: isFilled(reason),
    }),
    save: (idempotencyKey, draft) => {
      const chosen = payers.find((one) => keyOf(one) === draft.payer);
      return api.orders.decideClaim({
        params: { orderId, claimId },
        body: {
          amount: cnyOf(draft.amount),
          reason: draft.reason.trim(),
          payer: chosen?.payer ?? 'platform',
          ...(chosen?.accountId === undefined ? {} : { payerAccountId: chosen.accountId }),
        },
        idempotencyKey,
      });
    },
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['claims-to-decide'] });
      void queryClient.invalidateQueries({ queryKey: ['claim-case', claimId] });
      showToast(t('done'));
      onClose();
      goBack();
    },
  });
  return (
    <FormSheet title={t('decideTitle')} form={form} onClose={onClose}>
      <Box className="lt-row lt-row--wrap">
        <Chip onTap={() => form.change({ amount: typedHundredths(Math.min(asked.amount, most)) })}>
          {t('asAsked', { amount: formatMoney(asked) })}
        </Chip>
        <Chip onTap={() => form.change({ amount: '0' })}>{t('nothing')}</Chip>
      </Box>
      <TextField {...form.field('amount')} kind="decimal" label={t('amount')} maxLength={12} />
      <TextField {...form.field('reason')} multiline label={t('reason')} maxLength={300} />
      <Words className="lt-small lt-soft">
        {t('proposed', { payer: nameOf(proposed), why: t(proposed.because) })}
      </Words>
      <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('payer')}>
        {payers.map((one) => (
          <Chip
            key={keyOf(one)}
            role="radio"
            chosen={keyOf(one) === form.draft.payer}
            onTap={() => form.change({ payer: keyOf(one) })}
          >
            {nameOf(one)}
          </Chip>
        ))}
      </Box>
    </FormSheet>
  );
}
