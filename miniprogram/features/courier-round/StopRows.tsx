import { type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Tag, type Tone } from '@/design/components/Tag';
import { formatTime } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { type Translate, useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { roundTexts } from './texts';

const tones: Record<StopView['status'], Tone> = {
  pending: 'plain',
  arrived: 'yolk',
  handed_over: 'leaf',
  failed: 'tomato',
};

const detailOf = (stop: StopView, t: Translate<(typeof roundTexts)['zh']>): string => {
  if (stop.failure)
    return t('failedAt', { time: formatTime(stop.failure.at), reason: t(stop.failure.reason) });
  if (stop.receipt) return t('receivedAt', { time: formatTime(stop.receipt.receivedAt) });
  if (stop.handedOverAt !== undefined) return t('handedOverAt', { time: formatTime(stop.handedOverAt) });
  const load = t('orders', { n: stop.orders, crates: stop.crates.length });
  return stop.eta === undefined ? load : `${t('eta', { time: formatTime(stop.eta) })} · ${load}`;
};

/** How a stop stands, down to what the leader counted. */
function Standing({ stop: { status, receipt } }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  const differences = receipt?.discrepancies.length ?? 0;
  if (differences > 0) return <Tag tone="tomato">{t('short', { n: differences })}</Tag>;
  return <Tag tone={tones[status]}>{t(receipt ? 'received' : status)}</Tag>;
}

/** All stops in their order, each with how it stands. */
export function StopRows({ round: { route, stops } }: { round: RouteView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  return (
    <Box className="lt-column">
      <Words as="h2" className="lt-head">
        {t('allStops')}
      </Words>
      <Card flush as="div">
        {stops.map((stop) => (
          <ListRow
            key={stop.stopId}
            title={`${stop.sequence}. ${say(stop.pickupPoint.name)}`}
            detail={detailOf(stop, t)}
            trailing={<Standing stop={stop} />}
            onTap={() => openPage('/courier/stop/index', { routeId: route.routeId, stopId: stop.stopId })}
          />
        ))}
      </Card>
    </Box>
  );
}
