import { useCycle } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { replacePage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { OfferAdder } from './OfferAdder';
import { OfferEditor } from './OfferEditor';
import { offersTexts } from './texts';

/** One offer on a page of its own; without an id a new one of the cycle. */
export function OfferScreen() {
  const t = useTexts(offersTexts);
  const { offerId, cycleId } = usePageQuery();
  return (
    <Page title={offerId === undefined ? t('add') : t('offer')} wide={offerId !== undefined}>
      <SignInGate role="operator">
        {offerId === undefined ? <NewOffer cycleId={cycleId} /> : <OfferEditor alone offerId={offerId} />}
      </SignInGate>
    </Page>
  );
}

function NewOffer({ cycleId }: { cycleId: string | undefined }) {
  const query = useCycle(cycleId);
  return (
    <QueryState query={query}>
      {(cycle) => (
        <OfferAdder cycle={cycle} onAdded={(offerId) => replacePage('/operator/offer/index', { offerId })} />
      )}
    </QueryState>
  );
}
