import { useState } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Chip } from '@/design/components/Chip';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { RecordedWeights } from './RecordedWeights';
import { consolidationTexts } from './texts';
import { Weighing } from './Weighing';

const parts = ['toWeigh', 'recorded'] as const;

type WeighingTabProps = { consolidation: Pick<ConsolidationView, 'consolidationId' | 'cityId'> };

/** What is to be weighed, and what was weighed and may have to be corrected. */
export function WeighingTab({ consolidation }: WeighingTabProps) {
  const t = useTexts(consolidationTexts);
  const [part, setPart] = useState<(typeof parts)[number]>('toWeigh');
  return (
    <Box className="lt-column">
      <Box className="lt-row" role="radiogroup" label={t('weighing')}>
        {parts.map((one) => (
          <Chip key={one} role="radio" chosen={part === one} onTap={() => setPart(one)}>
            {t(one)}
          </Chip>
        ))}
      </Box>
      {part === 'toWeigh' ? (
        <Weighing consolidation={consolidation} />
      ) : (
        <RecordedWeights consolidation={consolidation} />
      )}
    </Box>
  );
}
