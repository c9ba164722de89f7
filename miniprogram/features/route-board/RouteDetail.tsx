import { useState } from 'react';
import { type RouteCard, type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type RouteId } from '#shared/contracts/ids';
import { ChangesOf } from '@/blocks/audit/ChangesOf';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { CityMap } from '@/design/map/CityMap';
import { type MapMarker } from '@/design/map/types';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { CourierSheet } from './CourierSheet';
import { FailedStop } from './FailedStop';
import { MoveSheet } from './MoveSheet';
import { shifted } from './order';
import { StopRow } from './StopRow';
import { routeBoardTexts } from './texts';
import { useRoute } from './useBoard';
import { useEditRoute } from './useBoardActions';

type RouteDetailProps = {
  routeId: RouteId;
  /** All routes of the plan. */
  routes: readonly RouteCard[];
  /** Shows another route of the plan. */
  onShow: (routeId: RouteId) => void;
};

/** A route's map and stops; while it waits, stops change their places and routes, and the route its courier. */
export function RouteDetail({ routeId, ...plan }: RouteDetailProps) {
  return <QueryState query={useRoute(routeId)}>{(view) => <Detail view={view} {...plan} />}</QueryState>;
}

const markersOf = ({ route, stops, position }: RouteView, warehouse: string): MapMarker[] => [
  { id: 'facility', kind: 'pickup', text: warehouse, ...route.facility.position },
  ...stops.map(({ stopId, sequence, pickupPoint }) => ({
    id: stopId,
    kind: 'stop' as const,
    text: String(sequence),
    ...pickupPoint.position,
  })),
  ...(position ? [{ id: 'courier', kind: 'courier' as const, ...position.position }] : []),
];

type DetailProps = Omit<RouteDetailProps, 'routeId'> & { view: RouteView };

function Detail({ view, routes, onShow }: DetailProps) {
  const t = useTexts(routeBoardTexts);
  const { route, stops } = view;
  const name = route.courier.displayName;
  const edit = useEditRoute(route);
  const [moving, setMoving] = useState<StopView | undefined>();
  const [giving, setGiving] = useState(false);
  const waits = route.status === 'planned';
  const others = routes.filter(({ routeId, status }) => routeId !== route.routeId && status === 'planned');
  const ids = stops.map(({ stopId }) => stopId);
  const path = [route.facility.position, ...stops.map(({ pickupPoint }) => pickupPoint.position)];
  return (
    <Card label={t('route', { name })}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between lt-row--wrap">
          <Words as="h2" className="lt-head">
            {t('route', { name })}
          </Words>
          {route.status !== 'finished' && (
            <Button kind="secondary" icon="person" onTap={() => setGiving(true)}>
              {t('courier')}
            </Button>
          )}
        </Box>
        {route.status === 'loading' && <Notice>{t('fixed')}</Notice>}
        <CityMap
          markers={markersOf(view, t('warehouseMark'))}
          path={path}
          height={260}
          label={t('map', { name })}
        />
        <Box as="ol" label={t('stopList', { name })} className="route-board__stops">
          {stops.map((stop, index) => (
            <StopRow
              key={stop.stopId}
              stop={stop}
              outcome={<FailedStop stop={stop} routes={routes} onShow={onShow} />}
              editing={
                waits
                  ? {
                      busy: edit.reorder.isPending || edit.move.isPending,
                      first: index === 0,
                      last: index === stops.length - 1,
                      canMove: others.length > 0,
                      onShift: (by) => edit.reorder.mutate(shifted(ids, index, by)),
                      onMove: () => setMoving(stop),
                    }
                  : undefined
              }
            />
          ))}
        </Box>
        <ChangesOf services={['delivery']} subject={route.routeId} />
      </Box>
      {moving && (
        <MoveSheet
          stop={moving}
          routes={others}
          onClose={() => setMoving(undefined)}
          onChoose={(toRouteId) => {
            edit.move.mutate({ stopId: moving.stopId, toRouteId });
            setMoving(undefined);
          }}
        />
      )}
      {giving && (
        <CourierSheet
          route={route}
          onClose={() => setGiving(false)}
          onChoose={(courier) => {
            edit.reassign.mutate(courier);
            setGiving(false);
          }}
        />
      )}
    </Card>
  );
}
