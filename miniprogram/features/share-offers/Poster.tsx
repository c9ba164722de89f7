import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { posterOffer } from '@/blocks/poster/posterOffer';
import { posterTexts } from '@/blocks/poster/posterTexts';
import { SavablePoster } from '@/blocks/poster/SavablePoster';
import { pictureAddress } from '@/client/pictures';
import { Picture } from '@/design/components/Picture';
import { QrCode } from '@/design/components/QrCode';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { shareTexts } from './texts';

type PosterProps = {
  place: string;
  /** Who leads the pickup point; nobody now where it is missing. */
  leaderName: string | undefined;
  title: string;
  offers: readonly OfferCard[];
  link: string;
};

/** A picture to send: the best of the day with a code that leads to the pickup point's shop. */
export function Poster({ place, leaderName, title, offers, link }: PosterProps) {
  const t = useTexts(shareTexts);
  const posterWords = useTexts(posterTexts);
  const say = useBilingual();
  const language = useLanguage();
  const leader = leaderName === undefined ? undefined : posterWords('leader', { name: leaderName });
  const content = {
    heading: title,
    offers: offers.map((offer) => posterOffer(offer, language)),
    place,
    leader,
    scan: t('scan'),
    link,
  };
  return (
    <Box as="section" label={t('poster')}>
      <SavablePoster content={content}>
        <Box className="share-poster">
          <Words as="h2" className="share-poster__title">
            {title}
          </Words>
          <Box className="share-poster__offers">
            {offers.map((offer) => (
              <Box key={offer.offerId} className="lt-column lt-column--tight">
                <Picture src={pictureAddress(offer.picture?.medium)} alt="" />
                <Words className="lt-small lt-strong lt-clamp-1">{say(offer.title)}</Words>
                <OfferPrice offer={offer} size="small" />
              </Box>
            ))}
          </Box>
          <Box className="share-poster__foot">
            <Box className="lt-grow lt-column lt-column--tight">
              <Words className="lt-strong">{place}</Words>
              {leader !== undefined && <Words className="lt-small lt-soft">{leader}</Words>}
              <Words className="lt-small">{t('scan')}</Words>
            </Box>
            <QrCode text={link} size={112} />
          </Box>
        </Box>
      </SavablePoster>
    </Box>
  );
}
