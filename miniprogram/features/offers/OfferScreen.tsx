import { CycleChoice } from '@/blocks/cycle/CycleChoice';
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
        {offerId === undefined ? (
          <CycleChoice cycleId={cycleId}>
            {(cycle) => (
              <OfferAdder
                key={cycle.cycleId}
                cycle={cycle}
                onAdded={(added) => replacePage('/operator/offer/index', { offerId: added })}
              />
            )}
          </CycleChoice>
        ) : (
          <OfferEditor alone offerId={offerId} />
        )}
      </SignInGate>
    </Page>
  );
}
