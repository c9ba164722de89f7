import { type CityId } from '#shared/contracts/ids';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { QueryState } from '@/client/QueryState';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { Discrepancies } from './Discrepancies';
import { Pickups } from './Pickups';
import { Routes } from './Routes';
import { Selling } from './Selling';
import { liveCityTexts } from './texts';
import { useLiveCity } from './useLiveCity';
import './liveCity.scss';

/** What happens in the city right now: what is sold, who drives, who hands out, and what is missing. */
export function LiveCityScreen() {
  const t = useTexts(liveCityTexts);
  return (
    <OperatorPage title={t('title')}>{({ cityId }) => <Live key={cityId} cityId={cityId} />}</OperatorPage>
  );
}

function Live({ cityId }: { cityId: CityId }) {
  const query = useLiveCity(cityId);
  return (
    <>
      <Selling cityId={cityId} groups={query.data?.groups} />
      <QueryState query={query}>
        {(city) => (
          <Box className="live-city">
            <Routes cityId={cityId} routes={city.routes} />
            <Box className="lt-column">
              <Discrepancies cityId={cityId} />
              <Pickups cityId={cityId} pickups={city.pickups} />
            </Box>
          </Box>
        )}
      </QueryState>
    </>
  );
}
