import { type StopView } from '#shared/contracts/delivery/stopViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { formatTime } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { ArriveButton } from './ArriveButton';
import { StopHead } from './StopHead';
import { StopTools } from './StopTools';
import { roundTexts } from './texts';

/** The stop to go to or to unload at, with buttons for one thumb. */
export function NextStop({ stop }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  const { stopId, routeId } = stop;
  const here = stop.status === 'arrived';
  return (
    <Card className="round-next" label={t('nextStop')}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between lt-row--wrap">
          <Words className="lt-strong lt-leaf">
            {`${t(here ? 'atStop' : 'nextStop')} · ${t('stopNumber', { n: stop.sequence })}`}
          </Words>
          {!here && stop.eta !== undefined && (
            <Tag tone="sky" icon="clock">
              {t('eta', { time: formatTime(stop.eta) })}
            </Tag>
          )}
        </Box>
        <StopHead stop={stop} />
        <StopTools stop={stop} />
        {here ? (
          <Button
            block
            size="big"
            icon="crate"
            onTap={() => openPage('/courier/stop/index', { routeId, stopId })}
          >
            {t('handOver')}
          </Button>
        ) : (
          <ArriveButton stop={stop} />
        )}
      </Box>
    </Card>
  );
}
