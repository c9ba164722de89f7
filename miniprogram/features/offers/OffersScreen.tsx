import { useState } from 'react';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { CycleChoice } from '@/blocks/cycle/CycleChoice';
import { cycleState } from '@/client/cycles';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { EmptyState, Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Split } from '@/design/page/Split';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { useWide } from '@/platform/wide';
import { CopySheet } from './CopySheet';
import { OfferEditor } from './OfferEditor';
import { OfferList } from './OfferList';
import { offersTexts } from './texts';

/** What is sold in a cycle: find an offer, change it beside the list (on a phone: on its own page), add and copy. */
export function OffersScreen() {
  const t = useTexts(offersTexts);
  const { cycleId } = usePageQuery();
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <CycleChoice cycleId={cycleId}>
          {(cycle) => <OfCycle key={cycle.cycleId} cycle={cycle} />}
        </CycleChoice>
      </SignInGate>
    </Page>
  );
}

function OfCycle({ cycle }: { cycle: Cycle }) {
  const t = useTexts(offersTexts);
  const wide = useWide();
  const [chosen, setChosen] = useState<string>();
  const [copying, setCopying] = useState(false);
  const closed = cycleState(cycle, useNow(10_000)) === 'closed';
  const choose = (offerId: string) =>
    wide ? setChosen(offerId) : openPage('/operator/offer/index', { offerId });
  const ways = !closed && (
    <Box className="lt-row lt-row--wrap">
      <Button icon="plus" onTap={() => openPage('/operator/offer/index', { cycleId: cycle.cycleId })}>
        {t('add')}
      </Button>
      <Button kind="secondary" icon="copy" onTap={() => setCopying(true)}>
        {t('copy')}
      </Button>
    </Box>
  );
  return (
    <>
      <Split
        list={
          <>
            {closed ? <Notice icon="lock">{t('closed')}</Notice> : ways}
            <OfferList cycleId={cycle.cycleId} chosen={wide ? chosen : undefined} onChoose={choose} />
          </>
        }
        detailLabel={t('offer')}
        detail={
          wide &&
          (chosen === undefined ? (
            <EmptyState icon="bag" title={t('chooseOne')} detail={t('chooseOneDetail')} />
          ) : (
            <OfferEditor key={chosen} offerId={chosen} />
          ))
        }
      />
      {copying && <CopySheet cycle={cycle} onClose={() => setCopying(false)} />}
    </>
  );
}
