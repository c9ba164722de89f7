import { useState } from 'react';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { WaitingActions } from '@/blocks/queue/WaitingActions';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Progress } from '@/design/components/Progress';
import { Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { LoadStop } from './LoadStop';
import { MissingSheet } from './MissingSheet';
import { cratesLeft, loadingOrder } from './round';
import { roundTexts } from './texts';
import { useRound } from './useRound';
import { useRoundActions } from './useRoundActions';
import './round.scss';

function Depart({ round }: { round: RouteView }) {
  const t = useTexts(roundTexts);
  const actions = useRoundActions(round.route.routeId);
  const [asking, setAsking] = useState(false);
  const left = cratesLeft(round);
  const depart = (reason?: string) => {
    actions.depart(left.map(({ crate }) => ({ crateId: crate.crateId, reason: reason ?? '' })));
    goBack();
  };
  return (
    <>
      <Button
        block
        size="big"
        icon="truck"
        kind={left.length === 0 ? 'primary' : 'secondary'}
        disabled={round.route.status === 'planned'}
        onTap={() => (left.length === 0 ? depart() : setAsking(true))}
      >
        {t('depart')}
      </Button>
      {asking && <MissingSheet left={left} onConfirm={depart} onClose={() => setAsking(false)} />}
    </>
  );
}

function Checklist({ round }: { round: RouteView }) {
  const t = useTexts(roundTexts);
  const { crates, status, routeId } = round.route;
  const words = t('cratesLoaded', { done: crates.loaded, all: crates.total });
  const open = status === 'planned' || status === 'loading';
  return (
    <>
      <WaitingActions lane={routeId} />
      <Box className="lt-column lt-column--tight">
        <Words className="lt-title">{words}</Words>
        <Progress value={crates.loaded} max={crates.total} label={words} />
        <Words className="lt-soft">{t('loadHint')}</Words>
      </Box>
      {open && (
        <Notice tone={cratesLeft(round).length === 0 ? 'leaf' : 'sky'} icon="info">
          {cratesLeft(round).length === 0 ? t('loadedAll') : t('departLeft', { n: cratesLeft(round).length })}
        </Notice>
      )}
      {loadingOrder(round).map((stop) => (
        <LoadStop key={stop.stopId} stop={stop} open={open} />
      ))}
    </>
  );
}

/** What goes into the vehicle, stop by stop, last one first; then off. */
export function LoadScreen() {
  const t = useTexts(roundTexts);
  const { query, round } = useRound(usePageQuery()['routeId']);
  const open = round?.route.status === 'planned' || round?.route.status === 'loading';
  return (
    <Page title={t('loadTitle')} footer={open ? <Depart round={round} /> : undefined}>
      <SignInGate role="courier">
        {round ? <Checklist round={round} /> : <QueryState query={query}>{() => null}</QueryState>}
      </SignInGate>
    </Page>
  );
}
