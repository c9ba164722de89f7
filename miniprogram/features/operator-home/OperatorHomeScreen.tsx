import { type CityId } from '#shared/contracts/ids';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { QueryState } from '@/client/QueryState';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { AttentionCard, BroughtCard, SellingCard } from './Cards';
import { NextCard } from './NextCard';
import { nextStep } from './nextStep';
import { operatorHomeTexts } from './texts';
import { useOverview } from './useOverview';
import { Ways } from './Ways';
import './operatorHome.scss';

function Overview({ cityId }: { cityId: CityId }) {
  const query = useOverview(cityId);
  return (
    <Box className="operator-home">
      <Box className="lt-column">
        <QueryState query={query}>
          {(overview) => (
            <>
              <NextCard step={nextStep(overview)} overview={overview} />
              <SellingCard cityId={cityId} overview={overview} onCutoff={() => void query.refetch()} />
              <BroughtCard overview={overview} />
            </>
          )}
        </QueryState>
      </Box>
      <Box className="lt-column">
        {query.data && <AttentionCard cityId={cityId} overview={query.data} />}
        <Ways />
      </Box>
    </Box>
  );
}

/** The merchant's day on one screen: what to do now, how the city stands, and everything else one tap away. */
export function OperatorHomeScreen() {
  const t = useTexts(operatorHomeTexts);
  return (
    <OperatorPage title={t('title')}>
      {({ cityId }) => <Overview key={cityId} cityId={cityId} />}
    </OperatorPage>
  );
}
