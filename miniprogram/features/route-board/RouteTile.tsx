import { type RouteCard } from '#shared/contracts/delivery/routes';
import { classNames } from '@/design/classNames';
import { Progress } from '@/design/components/Progress';
import { Tag, type Tone } from '@/design/components/Tag';
import { formatMoment, formatTime } from '@/design/format/date';
import { formatDistance } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { routeBoardTexts } from './texts';

const tones: Record<RouteCard['status'], Tone> = {
  planned: 'plain',
  loading: 'yolk',
  under_way: 'sky',
  finished: 'leaf',
};

/** One route: who drives, how full until it leaves, how far it has come after that. */
export function RouteTile({ route, open, onTap }: { route: RouteCard; open: boolean; onTap: () => void }) {
  const t = useTexts(routeBoardTexts);
  const language = useLanguage();
  const { courier, status, stops, stopsDone, undecided, warm, crates, distanceMetres } = route;
  const when = () => {
    if (route.finishedAt !== undefined) return t('finishedAt', { time: formatTime(route.finishedAt) });
    if (route.departedAt !== undefined) return t('left_at', { time: formatTime(route.departedAt) });
    return t('departs', { moment: formatMoment(route.plannedDepartureAt, serverNow(), language) });
  };
  const progress = t('progress', { done: stopsDone, total: stops });
  const load = { n: crates.total, max: courier.crateCapacity };
  return (
    <Tap
      onTap={onTap}
      expanded={open}
      className={classNames('lt-card route-board__tile', open && 'route-board__tile--open')}
    >
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-head">{courier.displayName}</Words>
        <Box className="lt-row lt-row--wrap">
          {warm > 0 && <Tag tone="tomato">{t('warmToDecide', { n: warm })}</Tag>}
          {undecided > 0 && <Tag tone="tomato">{t('toDecide', { n: undecided })}</Tag>}
          <Tag tone={tones[status]}>{t(status === 'planned' ? 'routePlanned' : status)}</Tag>
        </Box>
      </Box>
      <Box className="lt-row lt-row--wrap lt-small lt-soft">
        <Words>{progress}</Words>
        <Words>{t('distance', { distance: formatDistance(distanceMetres, language) })}</Words>
        <Words>{when()}</Words>
      </Box>
      {route.departedAt === undefined ? (
        <Progress value={crates.total} max={courier.crateCapacity} label={t('loadLabel', load)} />
      ) : (
        <Progress value={stopsDone} max={stops} label={progress} />
      )}
      <Box className="lt-row lt-row--between lt-tiny lt-soft">
        <Words>{t('load', load)}</Words>
        {crates.missing > 0 && <Words className="lt-tomato">{t('missing', { n: crates.missing })}</Words>}
      </Box>
    </Tap>
  );
}
