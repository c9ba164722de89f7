import { type CityId } from '#shared/contracts/ids';
import { Card } from '@/design/components/Card';
import { Progress } from '@/design/components/Progress';
import { EmptyState } from '@/design/components/States';
import { Tag, type Tone } from '@/design/components/Tag';
import { formatTime } from '@/design/format/date';
import { formatSpan } from '@/design/format/measure';
import { CityMap } from '@/design/map/CityMap';
import { type MapMarker } from '@/design/map/types';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { isOldPosition } from '@/platform/oldPosition';
import { liveCityTexts } from './texts';
import { type City, type Points, type RouteFacts, useRouteFacts, usePoints } from './useLiveCity';

type Route = City['routes'][number];

const tones: Record<Route['status'], Tone> = {
  planned: 'plain',
  loading: 'yolk',
  under_way: 'sky',
  finished: 'leaf',
};

/** Where the couriers are, and which stops still wait for them. */
const markersOf = (routes: City['routes'], points: Points | undefined, facts: RouteFacts | undefined) => [
  ...routes.flatMap(({ stops }) =>
    stops.flatMap(({ stopId, pickupPointId, status }): MapMarker[] => {
      const point = points?.get(pickupPointId);
      return point && status === 'pending' ? [{ id: stopId, kind: 'pickup', ...point.position }] : [];
    }),
  ),
  ...routes.flatMap(({ routeId, courier }): MapMarker[] =>
    courier
      ? [
          {
            id: routeId,
            kind: 'courier',
            ...courier.position,
            text: facts?.get(routeId)?.courier.slice(0, 1) ?? '',
          },
        ]
      : [],
  ),
];

/** The routes of the day, moving along live. */
export function Routes({ cityId, routes }: { cityId: CityId; routes: City['routes'] }) {
  const t = useTexts(liveCityTexts);
  const points = usePoints(cityId).data;
  const facts = useRouteFacts(
    cityId,
    routes.map(({ routeId }) => routeId),
  ).data;
  if (routes.length === 0)
    return <EmptyState icon="truck" title={t('noRoutes')} detail={t('noRoutesDetail')} />;
  const markers = markersOf(routes, points, facts);
  return (
    <Card label={t('routes')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('routes')}
        </Words>
        {markers.length > 0 && <CityMap markers={markers} height={360} label={t('map')} />}
        <Box as="ul">
          {routes.map((route) => (
            <Box as="li" key={route.routeId}>
              <RouteRow route={route} points={points} facts={facts?.get(route.routeId)} />
            </Box>
          ))}
        </Box>
      </Box>
    </Card>
  );
}

type RouteRowProps = {
  route: Route;
  points: Points | undefined;
  facts: { courier: string; consolidationId: string } | undefined;
};

function RouteRow({ route: { routeId, status, stops, courier }, points, facts }: RouteRowProps) {
  const t = useTexts(liveCityTexts);
  const language = useLanguage();
  const now = useNow(30_000);
  const say = useBilingual();
  const failed = stops.filter((stop) => stop.status === 'failed').length;
  const done = stops.filter((stop) => stop.status === 'handed_over').length + failed;
  const next = stops.find((stop) => stop.status === 'arrived' || stop.status === 'pending');
  const nextName = next && points?.get(next.pickupPointId)?.name;
  const progress = t('done', { done, total: stops.length });
  return (
    <Tap
      className="live-city__route"
      onTap={() => openPage('/operator/routes/index', { consolidationId: facts?.consolidationId, routeId })}
    >
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-strong">{facts?.courier ?? t('aCourier')}</Words>
        <Box className="lt-row">
          {failed > 0 && <Tag tone="tomato">{t('failed', { n: failed })}</Tag>}
          <Tag tone={tones[status]}>{t(status)}</Tag>
        </Box>
      </Box>
      <Progress value={done} max={stops.length} label={progress} />
      <Box className="lt-row lt-row--between lt-row--wrap lt-small lt-soft">
        <Words>{progress}</Words>
        {nextName && (
          <Words>
            {next.eta === undefined
              ? t('nextStop', { name: say(nextName) })
              : t('nextStopAt', { name: say(nextName), time: formatTime(next.eta) })}
          </Words>
        )}
        {courier && (
          <Words className={isOldPosition(courier.at, now) ? 'lt-tomato' : ''}>
            {isOldPosition(courier.at, now)
              ? t('seenLong', { span: formatSpan(now - Date.parse(courier.at), language) })
              : t('seen', { time: formatTime(courier.at) })}
          </Words>
        )}
      </Box>
    </Tap>
  );
}
