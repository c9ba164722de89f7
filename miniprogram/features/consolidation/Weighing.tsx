import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
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
import { UnlikelySheet } from './UnlikelySheet';
import { useWeighingTasks, useWeightBand } from './useLists';
import { UnitTabs } from './UnitTabs';
import { lastUnit } from './weightUnit';
import {
  gramsOf,
  isUnlikely,
  keyOfTask,
  type Typed,
  weighedOf,
  type Weighed,
  type WeighingTask,
  weightsOf,
  type WeightUnit,
} from './weights';

type Given = { readonly weighed: readonly Weighed[]; readonly asked: readonly Weighed[] };

const onlyOf = (typed: Typed, keys: readonly string[]): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => keys.includes(key)));

type WeighingProps = { consolidation: Pick<ConsolidationView, 'consolidationId' | 'cityId'> };

/** The real weights of what is sold by weight, typed from the scales; each order is charged as soon as its last one is known. */
export function Weighing({ consolidation: { consolidationId, cityId } }: WeighingProps) {
  const t = useTexts(consolidationTexts);
  const queryClient = useQueryClient();
  const { query, items, loadMore } = useWeighingTasks(consolidationId);
  const bandPercent = useWeightBand(cityId);
  const [typed, setTyped] = useState<Typed>({});
  const [unit, setUnit] = useState<WeightUnit>(lastUnit);
  const [asked, setAsked] = useState<readonly Weighed[]>([]);
  const weighed = weighedOf(items, typed, unit);
  const record = useWrite(
    async (_key, given: Given) => {
      const weights = weightsOf(given.weighed, given.asked);
      return {
        given,
        ...(await api.orders.recordWeights({ params: { consolidationId }, body: { weights } })),
      };
    },
    {
      onSuccess: ({ given, recorded, refused }) => {
        const unusual = refused.filter(({ code }) => code === 'WEIGHT_UNUSUAL').map(keyOfTask);
        // What was refused stays to be corrected.
        setTyped((before) => onlyOf(before, refused.map(keyOfTask)));
        setAsked(given.weighed.filter(({ task }) => unusual.includes(keyOfTask(task))));
        void queryClient.invalidateQueries({ queryKey: ['weighing-tasks', consolidationId] });
        void queryClient.invalidateQueries({ queryKey: ['consolidations'] });
        const others = refused.length - unusual.length;
        if (others > 0) showToast(t('weighRefused', { n: others }), 'problem');
        else if (recorded > 0) showToast(t('weighSaved', { n: recorded }));
      },
      onError: (error) => {
        setAsked([]);
        showToast(messageOf(error), 'problem');
      },
    },
  );
  const save = () => {
    const unlikely = weighed.filter((one) => isUnlikely(one, bandPercent));
    if (unlikely.length > 0) setAsked(unlikely);
    else record.mutate({ weighed, asked: [] });
  };
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="check" title={t('weighNone')} detail={t('weighNoneDetail')} />
        ) : (
          <Box className="lt-column">
            <UnitTabs unit={unit} onUnit={setUnit} />
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
              <Button block size="big" busy={record.isPending} disabled={weighed.length === 0} onTap={save}>
                {t('weighSave', { n: weighed.length })}
              </Button>
            </Box>
            <UnlikelySheet
              asked={asked}
              busy={record.isPending}
              onClose={() => setAsked([])}
              onConfirm={() => record.mutate({ weighed, asked })}
            />
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
  const hint = () => {
    if (grams === undefined) return t('weighHint', { nominal: formatWeight(nominalGrams, language), max });
    if (grams === 0) return t('weighNothing');
    return grams > maxChargedGrams
      ? t('weighOver', { max })
      : t('weighReads', { grams: formatWeight(grams, language) });
  };
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
        hint={hint()}
        error={value.trim() !== '' && grams === undefined ? t('weighUnread') : undefined}
        maxLength={14}
        value={value}
        onChange={onChange}
      />
    </Box>
  );
}
