import { type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { WaitingActions } from '@/blocks/queue/WaitingActions';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState, Notice } from '@/design/components/States';
import { formatTime } from '@/design/format/date';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { CrateContents } from './CrateContents';
import { DiscrepancyCards } from './DiscrepancyCards';
import { HandOverForm } from './HandOverForm';
import { ArriveButton } from './ArriveButton';
import { StopHead } from './StopHead';
import { StopTools } from './StopTools';
import { roundTexts } from './texts';
import { useRound } from './useRound';
import './round.scss';

function Ended({ stop }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  if (stop.failure)
    return (
      <Notice tone="tomato">
        {t('failedAt', { time: formatTime(stop.failure.at), reason: t(stop.failure.reason) })}
      </Notice>
    );
  if (stop.handedOverAt === undefined) return null;
  return (
    <>
      <Notice tone="leaf" icon="check">
        {stop.receipt
          ? t('receivedAt', { time: formatTime(stop.receipt.receivedAt) })
          : t('handedOverAt', { time: formatTime(stop.handedOverAt) })}
      </Notice>
      <DiscrepancyCards stop={stop} />
    </>
  );
}

function Stop({ stop, round }: { stop: StopView; round: RouteView }) {
  const t = useTexts(roundTexts);
  const open = stop.status === 'pending' || stop.status === 'arrived';
  return (
    <>
      <WaitingActions lane={stop.routeId} />
      <Card>
        <Box className="lt-column">
          <StopHead stop={stop} />
          {open && round.route.status === 'under_way' && <StopTools stop={stop} />}
          {stop.status === 'pending' && round.route.status === 'under_way' && <ArriveButton stop={stop} />}
        </Box>
      </Card>
      <Ended stop={stop} />
      {stop.status === 'arrived' ? (
        <HandOverForm stop={stop} onDone={goBack} />
      ) : (
        <CrateContents crates={stop.crates} />
      )}
      {!open && (
        <Button block kind="secondary" onTap={goBack}>
          {t('backToRoute')}
        </Button>
      )}
    </>
  );
}

/** One stop: the way there, arriving, counting together, or why it failed. */
export function StopScreen() {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const { routeId, stopId } = usePageQuery();
  const { query, round } = useRound(routeId);
  const stop = round?.stops.find((one) => one.stopId === stopId);
  return (
    <Page title={stop ? say(stop.pickupPoint.name) : t('handOverTitle')}>
      <SignInGate role="courier">
        {round && stop ? (
          <Stop stop={stop} round={round} />
        ) : (
          <QueryState query={query}>{() => <EmptyState icon="pin" title={t('none')} />}</QueryState>
        )}
      </SignInGate>
    </Page>
  );
}
