import { useQueryClient } from '@tanstack/react-query';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { useCycleName } from '@/blocks/cycle/CycleChoice';
import { isChosen } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { useLatestCycles } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { SelectField } from '@/design/components/SelectField';
import { Sheet } from '@/design/components/Sheet';
import { showToast } from '@/design/components/Toast';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { messageOfRefusal } from './offerDraft';
import { offersTexts } from './texts';

/** Copies the offers of another cycle into this one: yesterday's unless another is chosen. */
export function CopySheet({ cycle, onClose }: { cycle: Cycle; onClose: () => void }) {
  const t = useTexts(offersTexts);
  const query = useLatestCycles(cycle.cityId);
  const others = query.data?.filter(({ cycleId }) => cycleId !== cycle.cycleId) ?? [];
  if (others.length > 0) return <CopyForm cycle={cycle} others={others} onClose={onClose} />;
  return (
    <Sheet open title={t('copyTitle')} onClose={onClose}>
      <QueryState query={query}>{() => <Words as="p">{t('noOther')}</Words>}</QueryState>
    </Sheet>
  );
}

type CopyFormProps = { cycle: Cycle; others: readonly Cycle[]; onClose: () => void };

function CopyForm({ cycle, others, onClose }: CopyFormProps) {
  const t = useTexts(offersTexts);
  const name = useCycleName();
  const queryClient = useQueryClient();
  const before = others.find(({ cutoffAt }) => cutoffAt <= cycle.opensAt) ?? others[0];
  const form = useForm({
    name: 'copy',
    start: { fromCycleId: before?.cycleId ?? '' },
    check: ({ fromCycleId }) => ({ fromCycleId: isChosen(fromCycleId) }),
    save: (_key, body) => api.catalog.copyOffers({ params: { cycleId: cycle.cycleId }, body }),
    onSaved: ({ copied, leftOut }) => {
      void queryClient.invalidateQueries({ queryKey: ['offers-of', cycle.cycleId] });
      showToast(t('copied', { n: copied, m: leftOut }));
      onClose();
    },
  });
  return (
    <FormSheet
      title={t('copyTitle')}
      form={form}
      onClose={onClose}
      action={t('copyGo')}
      message={messageOfRefusal(form.problem)}
    >
      <SelectField
        {...form.field('fromCycleId')}
        label={t('copyFrom')}
        hint={t('copyDetail')}
        options={others.map((one) => ({ value: one.cycleId, text: name(one) }))}
      />
    </FormSheet>
  );
}
