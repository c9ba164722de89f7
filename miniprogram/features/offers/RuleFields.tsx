import { Pair } from '@/blocks/form/Pair';
import { useLots } from '@/client/range';
import { SelectField } from '@/design/components/SelectField';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { offersTexts } from './texts';
import { type TermsFormState, type TermsOf } from './useTerms';

/** Limit, commission, lot, rank and flash. */
export function RuleFields({ form: { draft, field, change }, of }: { form: TermsFormState; of: TermsOf }) {
  const t = useTexts(offersTexts);
  const named = useNamed();
  const lots = useLots(of.skuId).data ?? [];
  return (
    <>
      <Pair>
        <TextField
          {...field('limitPerShopper')}
          kind="digits"
          label={t('limit')}
          hint={t('noLimit')}
          maxLength={3}
        />
        <TextField
          {...field('commission')}
          kind="decimal"
          label={t('commission')}
          hint={of.offer ? undefined : t('commissionDefault')}
          maxLength={5}
        />
        <SelectField
          {...field('lotId')}
          label={t('lot')}
          options={[
            { value: '', text: t('noLot') },
            ...lots.map(({ lotId, code, origin, originEn }) => ({
              value: lotId,
              text: `${code} · ${named(origin, originEn)}`,
            })),
          ]}
        />
        <TextField {...field('rank')} kind="digits" label={t('rank')} hint={t('rankHint')} maxLength={7} />
      </Pair>
      <Switch
        label={t('flash')}
        detail={t('flashDetail')}
        on={draft.flash}
        onChange={(flash) => change({ flash })}
      />
    </>
  );
}
