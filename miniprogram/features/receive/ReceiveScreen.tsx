import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { ArrivalNote } from '@/blocks/arrival/ArrivalNote';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { useDeliveries } from '@/client/deliveries';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { EmptyState, Notice } from '@/design/components/States';
import { formatTime } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { type Translate, useTexts } from '@/i18n/texts';
import { Differences } from './Differences';
import { ReceiveForm } from './ReceiveForm';
import { receiveTexts } from './texts';

const headline = (stop: StopView, t: Translate<(typeof receiveTexts)['zh']>): string => {
  const name = stop.courierName;
  if (stop.failure) return t('failed', { reason: t(stop.failure.reason) });
  if (stop.receipt) return t('received', { time: formatTime(stop.receipt.receivedAt) });
  if (stop.status !== 'pending') return t('arrived', { name });
  return stop.eta === undefined
    ? t('comingUnknown', { name })
    : t('coming', { name, time: formatTime(stop.eta) });
};

function Delivery({ stop }: { stop: StopView }) {
  const t = useTexts(receiveTexts);
  const units = stop.crates.reduce((sum, crate) => sum + crate.units, 0);
  return (
    <>
      <Card>
        <Box className="lt-column lt-column--tight">
          <Words as="h2" className={stop.failure ? 'lt-head lt-tomato' : 'lt-head'}>
            {headline(stop, t)}
          </Words>
          <ArrivalNote stop={stop} />
          <Words className="lt-soft">{t('crates', { n: stop.crates.length, units })}</Words>
          {stop.receipt && <Differences discrepancies={stop.receipt.discrepancies} />}
        </Box>
      </Card>
      {stop.status === 'handed_over' && !stop.receipt && <ReceiveForm stop={stop} />}
    </>
  );
}

function Deliveries({ point }: { point: ManagedPickupPoint }) {
  const t = useTexts(receiveTexts);
  const query = useDeliveries(point.pickupPointId);
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon="truck" title={t('nothing')} detail={t('nothingDetail')} />
        ) : (
          <>
            {items.some(({ status, receipt }) => status === 'handed_over' && !receipt) && (
              <Notice>{t('hint')}</Notice>
            )}
            {items.map((stop) => (
              <Delivery key={stop.stopId} stop={stop} />
            ))}
          </>
        )
      }
    </QueryState>
  );
}

/** Goods come in: crate by crate, differences with a photo. */
export function ReceiveScreen() {
  const t = useTexts(receiveTexts);
  return (
    <LeaderPage title={t('title')} choosing>
      {(point) => <Deliveries key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}
