import { useState } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { formatWeight } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { CorrectWeightSheet } from './CorrectWeightSheet';
import { consolidationTexts } from './texts';
import { useRecordedWeights, useWeightBand } from './useLists';
import { keyOfTask, type RecordedWeight } from './weights';

type RecordedWeightsProps = { consolidation: Pick<ConsolidationView, 'consolidationId' | 'cityId'> };

/** The real weights that were recorded, by pickup point; each can be corrected. */
export function RecordedWeights({ consolidation: { consolidationId, cityId } }: RecordedWeightsProps) {
  const t = useTexts(consolidationTexts);
  const { query, items, loadMore } = useRecordedWeights(consolidationId);
  const bandPercent = useWeightBand(cityId);
  const [chosen, setChosen] = useState<RecordedWeight | undefined>();
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="clock" title={t('recordedNone')} detail={t('recordedNoneDetail')} />
        ) : (
          <Box className="lt-column">
            <Card>
              <Box as="ul" className="lt-column">
                {items.map((weight) => (
                  <Row key={keyOfTask(weight)} weight={weight} onCorrect={() => setChosen(weight)} />
                ))}
              </Box>
            </Card>
            <LoadMore query={query} onTap={loadMore} />
            {chosen && (
              <CorrectWeightSheet
                consolidationId={consolidationId}
                bandPercent={bandPercent}
                weight={chosen}
                onClose={() => setChosen(undefined)}
              />
            )}
          </Box>
        )
      }
    </QueryState>
  );
}

function Row({ weight, onCorrect }: { weight: RecordedWeight; onCorrect: () => void }) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { title, units, recipientName, phoneTail, recordedGrams, nominalGrams } = weight;
  return (
    <Box as="li" className="lt-row lt-row--between">
      <Box className="lt-grow lt-column lt-column--tight">
        <Words className="lt-strong">{t('item', { title: say(title), n: units })}</Words>
        <Words className="lt-small">
          {t('recordedIs', {
            grams: formatWeight(recordedGrams, language),
            nominal: formatWeight(nominalGrams, language),
          })}
        </Words>
        <Words className="lt-tiny lt-soft">
          {t('recordedFor', { name: recipientName, tail: phoneTail })}
        </Words>
      </Box>
      <Button size="small" kind="secondary" onTap={onCorrect}>
        {t('correct')}
      </Button>
    </Box>
  );
}
