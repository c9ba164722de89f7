import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ConsolidationId } from '#shared/contracts/ids';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { ApiProblem } from '@/client/apiProblem';
import { Notice } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatWeight } from '@/design/format/measure';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { UnitTabs } from './UnitTabs';
import { lastUnit } from './weightUnit';
import { gramsOf, isUnlikely, type RecordedWeight } from './weights';

type CorrectWeightSheetProps = {
  consolidationId: ConsolidationId;
  weight: RecordedWeight;
  bandPercent: number | undefined;
  onClose: () => void;
};

/** Another weight than the one that was recorded: in both directions until it was charged, afterwards only less (rule 18). */
export function CorrectWeightSheet(props: CorrectWeightSheetProps) {
  const { consolidationId, weight, bandPercent, onClose } = props;
  const { orderId, lineId, title, nominalGrams, recordedGrams, charged } = weight;
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [unit, setUnit] = useState(lastUnit);
  /** The weight that was asked about: saved again as it stands it is right. */
  const [asked, setAsked] = useState<number | undefined>();
  const recorded = formatWeight(recordedGrams, language);
  const form = useForm<{ weight: string }, { unusual: number | undefined }>({
    name: 'correct',
    start: { weight: '' },
    check: (draft) => {
      const grams = gramsOf(draft.weight, unit);
      if (grams === undefined) return { weight: t('weighUnread') };
      if (charged && grams > recordedGrams) return { weight: t('correctHeavier', { grams: recorded }) };
      return { weight: undefined };
    },
    async save(_key, draft) {
      const grams = gramsOf(draft.weight, unit) ?? 0;
      if (grams !== asked && isUnlikely({ task: weight, grams }, bandPercent)) return { unusual: grams };
      const confirmed = grams === asked ? { confirmed: true } : {};
      const body = { weights: [{ orderId, lineId, grams, ...confirmed }] };
      const { refused } = await api.orders.recordWeights({ params: { consolidationId }, body });
      const [one] = refused;
      if (one && one.code !== 'WEIGHT_UNUSUAL') throw new ApiProblem(one.code as ApiProblem['code'], 409);
      return { unusual: one ? grams : undefined };
    },
    onSaved({ unusual }) {
      setAsked(unusual);
      if (unusual !== undefined) return;
      for (const queryKey of [
        ['recorded-weights', consolidationId],
        ['weighing-tasks', consolidationId],
        ['consolidations'],
      ])
        void queryClient.invalidateQueries({ queryKey });
      showToast(t('corrected'));
      onClose();
    },
  });
  const grams = gramsOf(form.draft.weight, unit);
  return (
    <FormSheet
      title={t('correctTitle', { title: say(title) })}
      form={form}
      onClose={onClose}
      intro={<Notice>{charged ? t('correctCharged', { grams: recorded }) : t('correctFree')}</Notice>}
    >
      <UnitTabs unit={unit} onUnit={setUnit} />
      <TextField
        {...form.field('weight')}
        kind="decimal"
        label={t('correctReal', { unit: t(unit) })}
        hint={
          grams === undefined
            ? t('recordedIs', { grams: recorded, nominal: formatWeight(nominalGrams, language) })
            : grams === 0
              ? t('weighNothing')
              : t('weighReads', { grams: formatWeight(grams, language) })
        }
        maxLength={14}
      />
      {asked !== undefined && asked === grams && (
        <Notice tone="yolk">{t('correctUnlikely', { nominal: formatWeight(nominalGrams, language) })}</Notice>
      )}
    </FormSheet>
  );
}
