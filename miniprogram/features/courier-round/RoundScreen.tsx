import { WaitingActions } from '@/blocks/queue/WaitingActions';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { EmptyState } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { RoundView } from './RoundView';
import { roundTexts } from './texts';
import { useRound } from './useRound';
import './round.scss';

function Round() {
  const t = useTexts(roundTexts);
  const { routes, query, round } = useRound();
  if (round)
    return (
      <>
        <WaitingActions lane={round.route.routeId} />
        <RoundView round={round} />
      </>
    );
  return (
    <QueryState query={routes}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon="truck" title={t('none')} detail={t('noneDetail')} />
        ) : (
          <QueryState query={query}>{() => null}</QueryState>
        )
      }
    </QueryState>
  );
}

/** Where the courier's day happens: what to do next, the map and all stops. */
export function RoundScreen() {
  const t = useTexts(roundTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="courier">
        <Round />
      </SignInGate>
    </Page>
  );
}
