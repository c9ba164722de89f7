import { type CityId } from '#shared/contracts/ids';
import { QueryState } from '@/client/QueryState';
import { type Snapshot } from '@/client/realtime';
import { SignInGate } from '@/client/SignInGate';
import { Card } from '@/design/components/Card';
import { Countdown } from '@/design/components/Countdown';
import { ListRow } from '@/design/components/ListRow';
import { Progress } from '@/design/components/Progress';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { CityMap } from '@/design/map/CityMap';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { liveCityTexts } from './texts';
import { useCity, useCityCycle, useLiveCity, usePointNames } from './useLiveCity';

type City = Extract<Snapshot, { kind: 'city' }>;

/** What happens in the city right now: what is sold, who drives, who hands out. */
export function LiveCityScreen() {
  const t = useTexts(liveCityTexts);
  const say = useBilingual();
  const city = useCity();
  return (
    <Page title={city.data ? `${t('title')} · ${say(city.data.name)}` : t('title')} wide>
      <SignInGate role="operator">
        {city.data && (
          <>
            <Selling cityId={city.data.cityId} />
            <Live cityId={city.data.cityId} />
          </>
        )}
      </SignInGate>
    </Page>
  );
}

function Selling({ cityId }: { cityId: CityId }) {
  const t = useTexts(liveCityTexts);
  const language = useLanguage();
  const query = useCityCycle(cityId);
  return (
    <QueryState query={query}>
      {({ cycle, next }) => (
        <Card label={t('selling')}>
          <Box className="lt-row lt-row--between lt-row--wrap">
            <Box className="lt-column lt-column--tight">
              <Words as="h2" className="lt-head">
                {cycle ? t('selling') : t('noCycle')}
              </Words>
              <Words className="lt-small lt-soft">
                {cycle
                  ? t('pickup', { day: formatNearDate(cycle.pickupDate, serverNow(), language) })
                  : next && t('next', { moment: formatMoment(next.opensAt, serverNow(), language) })}
              </Words>
            </Box>
            {cycle && (
              <Box className="lt-row">
                <Words className="lt-soft">{t('cutoff')}</Words>
                <Countdown until={cycle.cutoffAt} className="lt-title" onEnd={() => void query.refetch()} />
              </Box>
            )}
          </Box>
        </Card>
      )}
    </QueryState>
  );
}

function Live({ cityId }: { cityId: CityId }) {
  const query = useLiveCity(cityId);
  return (
    <QueryState query={query}>
      {(city) => (
        <>
          <Routes routes={city.routes} />
          <Pickups cityId={cityId} pickups={city.pickups} />
        </>
      )}
    </QueryState>
  );
}

function Routes({ routes }: { routes: City['routes'] }) {
  const t = useTexts(liveCityTexts);
  if (routes.length === 0)
    return <EmptyState icon="truck" title={t('noRoutes')} detail={t('noRoutesDetail')} />;
  const markers = routes.flatMap(({ routeId, courier }) =>
    courier ? [{ id: routeId, kind: 'courier' as const, ...courier.position }] : [],
  );
  return (
    <Card label={t('routes')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('routes')}
        </Words>
        {markers.length > 0 && <CityMap markers={markers} height={320} label={t('map')} />}
        <Box as="ul" className="lt-column">
          {routes.map(({ routeId, status, stops }) => {
            const done = stops.filter(
              (stop) => stop.status === 'handed_over' || stop.status === 'failed',
            ).length;
            const progress = t('done', { done, total: stops.length });
            return (
              <Box as="li" key={routeId} className="lt-column lt-column--tight">
                <Box className="lt-row lt-row--between lt-small">
                  <Words>{progress}</Words>
                  <Tag tone={status === 'under_way' ? 'sky' : 'plain'}>{t(status)}</Tag>
                </Box>
                <Progress value={done} max={stops.length} label={progress} />
              </Box>
            );
          })}
        </Box>
      </Box>
    </Card>
  );
}

function Pickups({ cityId, pickups }: { cityId: CityId; pickups: City['pickups'] }) {
  const t = useTexts(liveCityTexts);
  const say = useBilingual();
  const names = usePointNames(cityId).data;
  if (pickups.length === 0) return <EmptyState icon="shop" title={t('noPickups')} />;
  return (
    <Card flush label={t('pickups')}>
      {pickups.map(({ pickupPointId, ready, collected, overdue }) => (
        <ListRow
          key={pickupPointId}
          icon="shop"
          title={say(names?.get(pickupPointId) ?? { zh: pickupPointId, en: pickupPointId })}
          detail={`${t('ready', { n: ready })} · ${t('collected', { n: collected })}`}
          trailing={overdue > 0 ? <Tag tone="tomato">{t('overdue', { n: overdue })}</Tag> : undefined}
        />
      ))}
    </Card>
  );
}
