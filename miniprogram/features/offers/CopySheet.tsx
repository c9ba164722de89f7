import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { useCycleName } from '@/blocks/cycle/CycleChoice';
import { FormProblem } from '@/blocks/form/FormProblem';
import { api } from '@/client/api';
import { useLatestCycles } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { SelectField } from '@/design/components/SelectField';
import { Sheet } from '@/design/components/Sheet';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { messageOfRefusal } from './offerDraft';
import { offersTexts } from './texts';

/** Copies the offers of another cycle into this one: yesterday's unless another is chosen. */
export function CopySheet({ cycle, onClose }: { cycle: Cycle; onClose: () => void }) {
  const t = useTexts(offersTexts);
  const query = useLatestCycles(cycle.cityId);
  return (
    <Sheet open title={t('copyTitle')} onClose={onClose}>
      <QueryState query={query}>
        {(latest) => <CopyForm cycle={cycle} latest={latest} onClose={onClose} />}
      </QueryState>
    </Sheet>
  );
}

type CopyFormProps = { cycle: Cycle; latest: readonly Cycle[]; onClose: () => void };

function CopyForm({ cycle, latest, onClose }: CopyFormProps) {
  const t = useTexts(offersTexts);
  const name = useCycleName();
  const queryClient = useQueryClient();
  const others = latest.filter(({ cycleId }) => cycleId !== cycle.cycleId);
  const before = others.find(({ cutoffAt }) => cutoffAt <= cycle.opensAt) ?? others[0];
  const [fromCycleId, setFrom] = useState(before?.cycleId ?? '');
  const copy = useWrite(
    (_key, from: string) =>
      api.catalog.copyOffers({ params: { cycleId: cycle.cycleId }, body: { fromCycleId: from } }),
    {
      onSuccess: ({ copied, leftOut }) => {
        void queryClient.invalidateQueries({ queryKey: ['offers-of', cycle.cycleId] });
        showToast(t('copied', { n: copied, m: leftOut }));
        onClose();
      },
    },
  );
  if (others.length === 0) return <Words as="p">{t('noOther')}</Words>;
  return (
    <Box className="lt-column">
      <SelectField
        id="copy-from"
        label={t('copyFrom')}
        value={fromCycleId}
        options={others.map((one) => ({ value: one.cycleId, text: name(one) }))}
        onChange={setFrom}
      />
      <Words as="p" className="lt-small lt-soft">
        {t('copyDetail')}
      </Words>
      <FormProblem
        form={{ problem: copy.error ?? undefined, reload: undefined, faulty: false }}
        message={messageOfRefusal(copy.error)}
      />
      <Button block busy={copy.isPending} onTap={() => copy.mutate(fromCycleId)}>
        {t('copyGo')}
      </Button>
    </Box>
  );
}
