import { type adjustmentReasons } from '#shared/contracts/catalog/offers';
import { isWhole, wholeOf } from '@/blocks/form/check';
import { FormProblem } from '@/blocks/form/FormProblem';
import { Pair } from '@/blocks/form/Pair';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { isProblem } from '@/client/apiProblem';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { SelectField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { messageOfRefusal } from './offerDraft';
import { offersTexts } from './texts';
import { useOfferChanged } from './useOffers';

type Reason = (typeof adjustmentReasons)[number];
const reasons: readonly Reason[] = ['delivery', 'spoilage', 'count', 'correction'];
const empty = { away: false, units: '', reason: 'delivery' as string, note: '' };

/** Adds units or takes free ones away, with the reason. */
export function AdjustForm({ offerId }: { offerId: string }) {
  const t = useTexts(offersTexts);
  const changed = useOfferChanged();
  const form = useForm({
    name: 'adjust',
    start: empty,
    check: ({ units }) => ({ units: isWhole(units, 1, 10_000_000) }),
    save: (key, { away, units, reason, note }: typeof empty) =>
      api.catalog.adjustStock({
        params: { offerId },
        body: {
          units: (wholeOf(units) ?? 0) * (away ? -1 : 1),
          reason: reason as Reason,
          ...(note.trim() === '' ? {} : { note }),
        },
        idempotencyKey: key,
      }),
    refusal: (error) =>
      isProblem(error, 'STOCK_BELOW_SOLD')
        ? { units: t('onlyFree', { n: Number(error.details['available']) }) }
        : {},
    onSaved: (saved) => {
      changed(saved);
      form.restart(empty);
      showToast(t('adjustDone'));
    },
  });
  const { draft, change, field } = form;
  return (
    <Box role="group" label={t('adjust')} className="lt-column">
      <Box className="lt-row" role="radiogroup" label={t('direction')}>
        <Chip role="radio" icon="plus" chosen={!draft.away} onTap={() => change({ away: false })}>
          {t('plus')}
        </Chip>
        <Chip role="radio" icon="minus" chosen={draft.away} onTap={() => change({ away: true })}>
          {t('minus')}
        </Chip>
      </Box>
      <Pair>
        <TextField {...field('units')} kind="digits" label={t('units')} maxLength={8} />
        <SelectField
          {...field('reason')}
          label={t('reason')}
          options={reasons.map((value) => ({ value, text: t(value) }))}
        />
      </Pair>
      <TextField {...field('note')} optional label={t('note')} maxLength={200} />
      <FormProblem form={form} message={messageOfRefusal(form.problem)} />
      <Button kind="secondary" busy={form.busy} onTap={form.submit}>
        {t('adjusting')}
      </Button>
    </Box>
  );
}
