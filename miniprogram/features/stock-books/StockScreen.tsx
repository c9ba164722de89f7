import { type Cycle } from '#shared/contracts/catalog/cycles';
import { CycleChoice } from '@/blocks/cycle/CycleChoice';
import { LoadMore } from '@/blocks/form/LoadMore';
import { Figure, Figures } from '@/blocks/operator/Figures';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState, Notice } from '@/design/components/States';
import { formatTime } from '@/design/format/date';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { StockTable } from './StockTable';
import { stockTexts } from './texts';
import { type StockTotals, useStockBooks } from './useStockBooks';

/** Where all stock of a cycle is, as it moves. */
export function StockScreen() {
  const t = useTexts(stockTexts);
  const { cycleId } = usePageQuery();
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <CycleChoice cycleId={cycleId}>{(cycle) => <Books key={cycle.cycleId} cycle={cycle} />}</CycleChoice>
      </SignInGate>
    </Page>
  );
}

function Books({ cycle: { cycleId } }: { cycle: Cycle }) {
  const t = useTexts(stockTexts);
  const { query, totals, offers } = useStockBooks(cycleId);
  return (
    <QueryState query={query}>
      {() =>
        offers.length === 0 || !totals ? (
          <EmptyState
            icon="crate"
            title={t('none')}
            detail={t('noneDetail')}
            action={<Button onTap={() => openPage('/operator/offers/index', { cycleId })}>{t('add')}</Button>}
          />
        ) : (
          <>
            <TotalsCard totals={totals} readAt={query.dataUpdatedAt} />
            <Card label={t('low')}>
              <Words as="h2" className="lt-head">
                {t('low')}
              </Words>
              <StockTable lines={offers} />
              <LoadMore query={query} onTap={() => void query.fetchNextPage()} />
            </Card>
          </>
        )
      }
    </QueryState>
  );
}

function TotalsCard({ totals: { totals, balanced }, readAt }: { totals: StockTotals; readAt: number }) {
  const t = useTexts(stockTexts);
  return (
    <Card label={t('totals')}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between lt-row--wrap">
          <Words as="h2" className="lt-head">
            {t('totals')}
          </Words>
          <Words className="lt-small lt-soft">{t('at', { time: formatTime(readAt) })}</Words>
        </Box>
        <Figures>
          {(['available', 'held', 'sold', 'initial', 'adjusted'] as const).map((name) => (
            <Figure key={name} name={t(name)}>
              {totals[name]}
            </Figure>
          ))}
        </Figures>
        {balanced ? (
          <Notice tone="leaf" icon="check">
            {t('balanced')}
          </Notice>
        ) : (
          <Notice tone="tomato">{t('wrong', { n: totals.difference })}</Notice>
        )}
      </Box>
    </Card>
  );
}
