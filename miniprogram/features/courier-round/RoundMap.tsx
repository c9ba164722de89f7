import { useMemo } from 'react';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { useSharing } from '@/client/positionSharing';
import { Card } from '@/design/components/Card';
import { CityMap } from '@/design/map/CityMap';
import { type MapMarker } from '@/design/map/types';
import { useTexts } from '@/i18n/texts';
import { isDone } from './round';
import { roundTexts } from './texts';

/** The stops in their order, and where the courier is. */
export function RoundMap({ round }: { round: RouteView }) {
  const t = useTexts(roundTexts);
  const { position: shared } = useSharing();
  const { stops, position, route } = round;
  const here = shared ?? position?.position;
  const markers = useMemo(
    (): MapMarker[] => [
      ...stops.map((stop) => ({
        ...stop.pickupPoint.position,
        id: stop.stopId,
        kind: isDone(stop) ? ('pickup' as const) : ('stop' as const),
        text: isDone(stop) ? '✓' : String(stop.sequence),
      })),
      ...(here && route.status === 'under_way' ? [{ ...here, id: 'courier', kind: 'courier' as const }] : []),
    ],
    [stops, here, route.status],
  );
  const path = useMemo(
    () => [route.facility.position, ...stops.map(({ pickupPoint }) => pickupPoint.position)],
    [route.facility.position, stops],
  );
  return (
    <Card flush>
      <CityMap markers={markers} path={path} height={260} label={t('map', { n: stops.length })} />
    </Card>
  );
}
