import { useQuery } from '@tanstack/react-query';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { posterOffer } from '@/blocks/poster/posterOffer';
import { posterTexts } from '@/blocks/poster/posterTexts';
import { SavablePoster } from '@/blocks/poster/SavablePoster';
import { api } from '@/client/api';
import { pictureAddress } from '@/client/pictures';
import { usePlace } from '@/client/place';
import { Picture } from '@/design/components/Picture';
import { QrCode } from '@/design/components/QrCode';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** Who leads the pickup point; a poster is complete without knowing. */
const useLeaderName = (pickupPointId: string | undefined): string | undefined =>
  useQuery({
    queryKey: ['pickup-point', pickupPointId],
    queryFn: () => api.delivery.getPickupPoint({ params: { pickupPointId: pickupPointId ?? '' } }),
    enabled: pickupPointId !== undefined,
  }).data?.leaderName;

/** One offer to send to neighbours: what it is, what it costs, where they collect it, and the code that leads there. */
export function OfferPoster({ offer, link }: { offer: OfferCard; link: string }) {
  const t = useTexts(offerPageTexts);
  const posterWords = useTexts(posterTexts);
  const say = useBilingual();
  const language = useLanguage();
  const place = usePlace();
  const leaderName = useLeaderName(place?.pickupPointId);
  const placeName = place ? say(place.name) : '';
  const leader = leaderName === undefined ? undefined : posterWords('leader', { name: leaderName });
  const content = {
    heading: t('posterHeading', { place: placeName }),
    offers: [posterOffer(offer, language)],
    place: placeName,
    leader,
    scan: t('scanToBuy'),
    link,
  };
  return (
    <SavablePoster content={content}>
      <Box className="offer-poster">
        <Picture src={pictureAddress(offer.picture?.large)} alt="" ratio={0.8} round={false} />
        <Box className="offer-poster__foot">
          <Box className="lt-grow lt-column lt-column--tight">
            <Words className="lt-head">{say(offer.title)}</Words>
            <Words className="lt-small lt-soft">{say(offer.pack)}</Words>
            <OfferPrice offer={offer} size="large" />
            <Words className="lt-small">{placeName}</Words>
            {leader !== undefined && <Words className="lt-small lt-soft">{leader}</Words>}
            <Words className="lt-tiny lt-soft">{t('scanToBuy')}</Words>
          </Box>
          <QrCode text={link} size={104} />
        </Box>
      </Box>
    </SavablePoster>
  );
}
