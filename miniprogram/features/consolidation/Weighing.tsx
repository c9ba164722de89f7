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
import { ConfirmSheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { Tabs } from '@/design/components/Tabs';
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
import { lastUnit, rememberUnit } from './weightUnit';
import {
  gramsOf,
  isUnlikely,
  keyOfTask,
  type Typed,
  type WeighingTask,
  weightsOf,
  type WeightUnit,
  weightUnits,
} from './weights';

const onlyOf = (typed: Typed, keys: readonly string[]): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => keys.includes(key)));

/** The real weights of what is sold by weight, typed from the scales; each order is charged as soon as its last one is known. */
export function Weighing({ consolidationId }: { consolidationId: ConsolidationId }) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const { query, items, loadMore } = useWeighingTasks(consolidationId);
  const [typed, setTyped] = useState<Typed>({});
  const [unit, setUnit] = useState<WeightUnit>(lastUnit);
  const [asking, setAsking] = useState(false);
  const weights = weightsOf(items, typed, unit);
  const unlikely = items.filter((task) => {
    const grams = gramsOf(typed[keyOfTask(task)], unit);
    return grams !== undefined && isUnlikely(grams, task);
  });
  const record = useWrite(
    (_key, given: typeof weights) =>
      api.orders.recordWeights({ params: { consolidationId }, body: { weights: given } }),
    {
      onSuccess: ({ recorded, refused }) => {
        // What was refused stays to be corrected.
        setTyped((before) => onlyOf(before, refused.map(keyOfTask)));
        setAsking(false);
        void queryClient.invalidateQueries({ queryKey: ['weighing-tasks', consolidationId] });
        void queryClient.invalidateQueries({ queryKey: ['consolidations'] });
        if (refused.length > 0) showToast(t('weighRefused', { n: refused.length }), 'problem');
        else showToast(t('weighSaved', { n: recorded }));
      },
      onError: (error) => {
        setAsking(false);
        showToast(messageOf(error), 'problem');
      },
    },
  );
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="check" title={t('weighNone')} detail={t('weighNoneDetail')} />
        ) : (
          <Box className="lt-column">
            <Tabs
              label={t('unit')}
              value={unit}
              onChange={(next) => {
                rememberUnit(next);
                setUnit(next);
              }}
              tabs={weightUnits.map((value) => ({ value, text: t(value) }))}
            />
            <Box as="ul" className="consolidation-weights">
              {items.map((task) => (
                <Card as="li" key={keyOfTask(task)}>
                  <Task
                    task={task}
                    unit={unit}
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
                onTap={() => (unlikely.length > 0 ? setAsking(true) : record.mutate(weights))}
              >
                {t('weighSave', { n: weights.length })}
              </Button>
            </Box>
            <ConfirmSheet
              open={asking}
              title={t('unlikelyTitle')}
              body={t('unlikelyBody')}
              confirm={t('unlikelyConfirm')}
              busy={record.isPending}
              onClose={() => setAsking(false)}
              onConfirm={() => record.mutate(weights)}
            >
              <Box as="ul" className="lt-column">
                {unlikely.map((task) => (
                  <Words key={keyOfTask(task)} as="p" className="lt-strong">
                    {t('unlikelyLine', {
                      title: say(task.title),
                      grams: formatWeight(gramsOf(typed[keyOfTask(task)], unit) ?? 0, language),
                      nominal: formatWeight(task.nominalGrams, language),
                    })}
                  </Words>
                ))}
              </Box>
            </ConfirmSheet>
          </Box>
        )
      }
    </QueryState>
  );
}

type TaskProps = {
  task: WeighingTask;
  unit: WeightUnit;
  value: string;
  onChange: (text: string) => void;
};

function Task({ task, unit, value, onChange }: TaskProps) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { title, units, orderId, nominalGrams, maxChargedGrams } = task;
  const max = formatWeight(maxChargedGrams, language);
  const grams = gramsOf(value, unit);
  const hint =
    grams === undefined
      ? t('weighHint', { nominal: formatWeight(nominalGrams, language), max })
      : grams > maxChargedGrams
        ? t('weighOver', { max })
        : t('weighReads', { grams: formatWeight(grams, language) });
  return (
    <Box className="lt-column">
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-strong">{t('item', { title: say(title), n: units })}</Words>
        <Words className="lt-tiny lt-soft">{t('order', { tail: orderId.slice(-6) })}</Words>
      </Box>
      <TextField
        id={`weight-${keyOfTask(task)}`}
        kind="decimal"
        label={t('real', { title: say(title), unit: t(unit) })}
        hint={hint}
        error={value.trim() !== '' && grams === undefined ? t('weighUnread') : undefined}
        maxLength={14}
        value={value}
        onChange={onChange}
      />
    </Box>
  );
}
