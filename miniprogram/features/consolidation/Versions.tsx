import { useState } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Button } from '@/design/components/Button';
import { SelectField } from '@/design/components/SelectField';
import { Notice } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/usePageQuery';
import { type ListName, Lists } from './Lists';
import { SummaryCard } from './SummaryCard';
import { consolidationTexts } from './texts';

/** The versions of a cycle's totals, and what stands in one of them; the newest unless another is chosen. */
export function Versions({ versions }: { versions: readonly ConsolidationView[] }) {
  const t = useTexts(consolidationTexts);
  const language = useLanguage();
  const asked = usePageQuery()['list'] === 'weighing' ? 'weighing' : 'purchase';
  const [list, setList] = useState<ListName>(asked);
  const [chosen, setChosen] = useState<string | undefined>();
  const shown = versions.find(({ consolidationId }) => consolidationId === chosen) ?? versions[0];
  if (!shown) return null;
  const { consolidationId, supersededBy, reason } = shown;
  return (
    <>
      {versions.length > 1 && (
        <SelectField
          id="version"
          label={t('version')}
          value={consolidationId}
          options={versions.map((one) => ({
            value: one.consolidationId,
            text: t('versionNamed', {
              n: one.version,
              moment: formatMoment(one.frozenAt, serverNow(), language),
            }),
          }))}
          onChange={setChosen}
        />
      )}
      {supersededBy !== undefined && (
        <Notice tone="yolk">
          <Box className="lt-row lt-row--between lt-row--wrap">
            <Words>{t('superseded')}</Words>
            <Button kind="secondary" onTap={() => setChosen(versions[0]?.consolidationId)}>
              {t('showLatest')}
            </Button>
          </Box>
        </Notice>
      )}
      {reason !== undefined && <Notice>{t('replaced', { reason })}</Notice>}
      <SummaryCard consolidation={shown} onSuperseded={setChosen} />
      <Lists key={consolidationId} consolidation={shown} list={list} onList={setList} />
    </>
  );
}
