import { useState } from 'react';
import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { InvitationSheet } from '@/blocks/invitation/InvitationSheet';
import { useInvitation } from '@/blocks/invitation/useInvitation';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { OfferTags } from '@/blocks/offer/OfferTags';
import { OfferTile } from '@/blocks/offer/OfferTile';
import { usePlace } from '@/client/place';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Countdown } from '@/design/components/Countdown';
import { Skeleton, SkeletonRows } from '@/design/components/Skeleton';
import { Notice } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Icon } from '@/design/icon/Icon';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { BuyBar } from './BuyBar';
import { Gallery } from './Gallery';
import { GroupCard } from './GroupCard';
import { OriginCard } from './OriginCard';
import { ShareSheet } from './ShareSheet';
import { StorageCard } from './StorageCard';
import { offerPageTexts } from './texts';
import { TierCard } from './TierCard';
import { useIsOver } from './useIsOver';
import { useOffer } from './useOffer';
import { useShareCard } from './useShareCard';
import './offer.scss';

type OfferScreenProps = {
  offerId: string;
  /** The pickup point of the link that was opened. */
  invitedTo: string | undefined;
};

/** Everything a shopper may want to know of one offer before buying it. */
export function OfferScreen({ offerId, invitedTo }: OfferScreenProps) {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  const place = usePlace();
  const invitation = useInvitation(invitedTo);
  const query = useOffer(offerId);
  const [sharing, setSharing] = useState(false);
  const share = useShareCard(query.data?.offer);
  return (
    <Page
      title={query.data ? say(query.data.offer.title) : t('title')}
      footer={query.data && <BuyBar page={query.data} />}
      action={
        query.data && (
          <Button kind="quiet" size="small" icon="share" label={t('share')} onTap={() => setSharing(true)} />
        )
      }
    >
      <QueryState
        query={query}
        skeleton={
          <>
            <Skeleton height="360px" />
            <SkeletonRows rows={3} />
          </>
        }
      >
        {(page) => (
          <>
            <Summary page={page} />
            <Together page={page} />
            <About page={page} />
            <StorageCard page={page} />
            <OriginCard page={page} />
            <OtherPacks page={page} />
            <ShareSheet open={sharing} onClose={() => setSharing(false)} offer={page.offer} share={share} />
          </>
        )}
      </QueryState>
      {invitation && <InvitationSheet {...invitation} here={place} />}
    </Page>
  );
}

/** What gets better when neighbours buy along, as long as they can. */
function Together({ page }: { page: OfferPage }) {
  if (useIsOver(page)) return null;
  return (
    <>
      <GroupCard offer={page.offer} />
      <TierCard offer={page.offer} />
    </>
  );
}

function Summary({ page }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { offer, cycle } = page;
  const over = useIsOver(page);
  return (
    <Box className="offer-summary">
      <Gallery page={page} />
      <Box className="lt-column">
        <OfferPrice offer={offer} size="large" />
        <Words as="h2" className="lt-title">
          {say(offer.title)}
        </Words>
        <Words as="p" className="lt-soft">
          {say(offer.pack)}
        </Words>
        <OfferTags offer={offer} max={5} />
        {offer.soldBy === 'weight' && (
          <Words as="p" className="lt-small lt-soft">
            {t('about', { price: formatMoney(offer.unitPrice) })}
          </Words>
        )}
        {over ? (
          <Notice tone="yolk" icon="clock">
            {t('overSince', { moment: formatMoment(cycle.cutoffAt, serverNow(), language) })}
          </Notice>
        ) : (
          <Box className="lt-row lt-row--wrap lt-small lt-soft">
            <Words>{t('stock', { n: offer.stockLeft })}</Words>
            <Words>{t('sold', { n: offer.sold })}</Words>
            <Icon name="clock" />
            <Countdown until={cycle.cutoffAt} />
          </Box>
        )}
      </Box>
    </Box>
  );
}

function About({ page: { description } }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  if (!description) return null;
  return (
    <Card label={t('aboutTitle')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('aboutTitle')}
        </Words>
        <Words as="p" className="offer-about" selectable>
          {say(description)}
        </Words>
      </Box>
    </Card>
  );
}

function OtherPacks({ page }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const { otherPacks } = page;
  if (useIsOver(page) || otherPacks.length === 0) return null;
  return (
    <Box as="section" label={t('otherPacks')} className="lt-column">
      <Words as="h2" className="lt-head">
        {t('otherPacks')}
      </Words>
      <Box className="offer-grid">
        {otherPacks.map((offer) => (
          <OfferTile key={offer.offerId} offer={offer} />
        ))}
      </Box>
    </Box>
  );
}
