import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ConsolidationId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatWeight } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { useWeighingTasks } from './useLists';
import { gramsOf, keyOfTask, type Typed, type WeighingTask, weightsOf } from './weights';

/** The real weights of what is sold by weight, typed from the scales; each order is charged as soon as its last one is known. */
export function Weighing({ consolidationId }: { consolidationId: ConsolidationId }) {
  const t = useTexts(consolidationTexts);
  const queryClient = useQueryClient();
  const { query, items, loadMore } = useWeighingTasks(consolidationId);
  const [typed, setTyped] = useState<Typed>({});
  const weights = weightsOf(items, typed);
  const record = useWrite(
    (_key, given: typeof weights) =>
      api.orders.recordWeights({ params: { consolidationId }, body: { weights: given } }),
    {
      onSuccess: ({ recorded, refused }) => {
        setTyped({});
        void queryClient.invalidateQueries({ queryKey: ['weighing-tasks', consolidationId] });
        void queryClient.invalidateQueries({ queryKey: ['consolidations'] });
        if (refused.length > 0) showToast(t('weighRefused', { n: refused.length }), 'problem');
        else showToast(t('weighSaved', { n: recorded }));
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="check" title={t('weighNone')} detail={t('weighNoneDetail')} />
        ) : (
          <Box className="lt-column">
            <Box as="ul" className="consolidation-weights">
              {items.map((task) => (
                <Card as="li" key={keyOfTask(task)}>
                  <Task
                    task={task}
                    value={typed[keyOfTask(task)] ?? ''}
                    onChange={(text) => setTyped((before) => ({ ...before, [keyOfTask(task)]: text }))}
                  />
                </Card>
              ))}
            </Box>
            <LoadMore query={query} onTap={loadMore} />
            <Box className="consolidation-save">
              <Button
                block
                size="big"
                busy={record.isPending}
                disabled={weights.length === 0}
                onTap={() => record.mutate(weights)}
              >
                {t('weighSave', { n: weights.length })}
              </Button>
            </Box>
          </Box>
        )
      }
    </QueryState>
  );
}

function Task({
  task,
  value,
  onChange,
}: {
  task: WeighingTask;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { title, units, orderId, nominalGrams, maxChargedGrams } = task;
  const max = formatWeight(maxChargedGrams, language);
  const over = (gramsOf(value) ?? 0) > maxChargedGrams;
  return (
    <Box className="lt-column">
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-strong">{t('item', { title: say(title), n: units })}</Words>
        <Words className="lt-tiny lt-soft">{t('order', { tail: orderId.slice(-6) })}</Words>
      </Box>
      <TextField
        id={`weight-${keyOfTask(task)}`}
        kind="digits"
        label={t('grams', { title: say(title) })}
        hint={
          over
            ? t('weighOver', { max })
            : t('weighHint', { nominal: formatWeight(nominalGrams, language), max })
        }
        maxLength={7}
        value={value}
        onChange={onChange}
      />
    </Box>
  );
}
