import { type RouteView } from '#shared/contracts/delivery/routes';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Progress } from '@/design/components/Progress';
import { Notice } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatNearDate, formatTime } from '@/design/format/date';
import { formatDistance } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { NextStop } from './NextStop';
import { isDone, nextStop } from './round';
import { RoundMap } from './RoundMap';
import { SharingNotice } from './SharingNotice';
import { StopRows } from './StopRows';
import { roundTexts } from './texts';
import { useRoundActions } from './useRoundActions';

function Summary({ round: { route } }: { round: RouteView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const language = useLanguage();
  const loading = route.status === 'planned' || route.status === 'loading';
  const words = loading
    ? t('cratesLoaded', { done: route.crates.loaded, all: route.crates.total })
    : t('stopsDone', { done: route.stopsDone, all: route.stops });
  return (
    <Card>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words as="h2" className="lt-head">
            {t('roundOf', { day: formatNearDate(route.pickupDate, serverNow(), language) })}
          </Words>
          <Tag tone={route.status === 'finished' ? 'plain' : 'leaf'}>{t(route.status)}</Tag>
        </Box>
        <Words className="lt-soft lt-small">
          {[
            say(route.facility.name),
            t('distance', { distance: formatDistance(route.distanceMetres, language) }),
            ...(loading ? [t('departAt', { time: formatTime(route.plannedDepartureAt) })] : []),
          ].join(' · ')}
        </Words>
        <Progress
          value={loading ? route.crates.loaded : route.stopsDone}
          max={loading ? route.crates.total : route.stops}
          label={words}
        />
        <Words className="lt-strong">{words}</Words>
      </Box>
    </Card>
  );
}

function Next({ round }: { round: RouteView }) {
  const t = useTexts(roundTexts);
  const { route } = round;
  const actions = useRoundActions(route.routeId);
  const stop = nextStop(round);
  if (route.status === 'planned' || route.status === 'loading')
    return (
      <Button
        block
        size="big"
        icon="crate"
        onTap={() => openPage('/courier/load/index', { routeId: route.routeId })}
      >
        {t(route.status === 'planned' ? 'load' : 'loadOn')}
      </Button>
    );
  if (route.status === 'finished')
    return (
      <Notice tone="leaf" icon="check">
        {t('finishedAt', { time: formatTime(route.finishedAt ?? serverNow()) })}
      </Notice>
    );
  if (stop) return <NextStop stop={stop} />;
  return (
    <>
      <Notice tone="leaf" icon="check">
        {t('finishReady')}
      </Notice>
      <Button block size="big" icon="check" onTap={actions.finish}>
        {t('finish')}
      </Button>
    </>
  );
}

/** The route at a glance: what comes next first. */
export function RoundView({ round }: { round: RouteView }) {
  return (
    <>
      <Summary round={round} />
      <Next round={round} />
      <SharingNotice status={round.route.status} />
      {round.stops.some((stop) => !isDone(stop)) && <RoundMap round={round} />}
      <StopRows round={round} />
    </>
  );
}
