import { type OrderTracking } from '#shared/contracts/delivery/tracking';
import { type z } from 'zod';
import { Card } from '@/design/components/Card';
import { formatTime } from '@/design/format/date';
import { formatSpan } from '@/design/format/measure';
import { Icon } from '@/design/icon/Icon';
import { CityMap } from '@/design/map/CityMap';
import { type MapMarker } from '@/design/map/types';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { isOldPosition } from '@/platform/oldPosition';
import { orderPageTexts } from './texts';

/** The courier on a map, with the time to expect; only while the order is on its way. */
export function OnTheWay({ tracking }: { tracking: z.output<typeof OrderTracking> }) {
  const t = useTexts(orderPageTexts);
  const language = useLanguage();
  const now = useNow(30_000);
  const { delivery, pickupPoint } = tracking;
  if (!delivery || tracking.status !== 'in_transit') return null;
  const { courier, eta, stopsBefore } = delivery;
  const markers: MapMarker[] = [
    { id: 'point', kind: 'pickup', ...pickupPoint.position },
    ...(courier ? [{ id: 'courier', kind: 'courier' as const, ...courier.position }] : []),
  ];
  return (
    <Card label={t('etaTitle')}>
      <Box className="lt-column" live="polite">
        <Box className="lt-row">
          <Words className="lt-leaf">
            <Icon name="truck" />
          </Words>
          <Words as="h2" className="lt-head">
            {eta === undefined ? t('etaTitle') : t('eta', { time: formatTime(eta) })}
          </Words>
        </Box>
        <Words as="p" className="lt-small lt-soft">
          {stopsBefore > 0 ? t('stopsBefore', { n: stopsBefore }) : t('nextStop')}
        </Words>
        {courier && isOldPosition(courier.at, now) && (
          <Words as="p" className="lt-small lt-tomato">
            {t('oldPosition', { span: formatSpan(now - Date.parse(courier.at), language) })}
          </Words>
        )}
        <CityMap markers={markers} height={220} label={t('mapLabel')} />
      </Box>
    </Card>
  );
}
