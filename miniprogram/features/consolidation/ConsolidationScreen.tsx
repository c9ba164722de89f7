import { useState } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { CycleField } from '@/blocks/cycle/CycleChoice';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { cycleState, useLatestCycles } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { ClosingCard } from './ClosingCard';
import { consolidationTexts } from './texts';
import { useVersions } from './useConsolidation';
import { Versions } from './Versions';
import './consolidation.scss';

const lookEveryMs = 2_000;

/** What a cycle's cutoff made of its orders: how far it is, the frozen totals, and the lists to buy, pick, sort and hand out by. */
export function ConsolidationScreen() {
  const t = useTexts(consolidationTexts);
  return <OperatorPage title={t('title')}>{(city) => <OfCity key={city.cityId} city={city} />}</OperatorPage>;
}

function OfCity({ city }: { city: City }) {
  const t = useTexts(consolidationTexts);
  const asked = usePageQuery()['cycleId'];
  const [chosen, setChosen] = useState(asked);
  const query = useLatestCycles(city.cityId);
  // A cutoff passes while the page is open.
  const now = useNow(lookEveryMs);
  return (
    <QueryState query={query}>
      {(latest) => {
        const begun = latest.filter((cycle) => cycleState(cycle, now) !== 'planned');
        const closed = begun.find((cycle) => cycleState(cycle, now) === 'closed');
        const cycle = begun.find(({ cycleId }) => cycleId === chosen) ?? closed ?? begun[0];
        if (!cycle)
          return (
            <EmptyState
              icon="calendar"
              title={t('none')}
              detail={t('noneDetail')}
              action={<Button onTap={() => openPage('/operator/cycles/index')}>{t('plan')}</Button>}
            />
          );
        return (
          <>
            <CycleField cycles={begun} chosen={cycle} onChoose={setChosen} />
            <OfCycle key={cycle.cycleId} cycle={cycle} />
          </>
        );
      }}
    </QueryState>
  );
}

function OfCycle({ cycle }: { cycle: Cycle }) {
  const t = useTexts(consolidationTexts);
  const language = useLanguage();
  const versions = useVersions(cycle.cityId, cycle.cycleId);
  const now = useNow(lookEveryMs);
  if (cycleState(cycle, now) === 'open')
    return (
      <EmptyState
        icon="clock"
        title={t('open')}
        detail={t('openDetail', { moment: formatMoment(cycle.cutoffAt, now, language) })}
      />
    );
  return (
    <QueryState query={versions}>
      {(made) => (made.length === 0 ? <ClosingCard cycleId={cycle.cycleId} /> : <Versions versions={made} />)}
    </QueryState>
  );
}
