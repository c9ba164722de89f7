import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { pictureAddress } from '@/client/pictures';
import { classNames } from '@/design/classNames';
import { Picture } from '@/design/components/Picture';
import { Tag } from '@/design/components/Tag';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { shareTexts } from './texts';

type OfferChoiceProps = {
  offers: readonly OfferCard[];
  chosen: readonly string[];
  most: number;
  onToggle: (offerId: string) => void;
};

/** The day's offers to choose from. */
export function OfferChoice({ offers, chosen, most, onToggle }: OfferChoiceProps) {
  const t = useTexts(shareTexts);
  const say = useBilingual();
  return (
    <Box className="lt-column">
      <Box className="lt-row lt-row--between">
        <Words as="h2" className="lt-head">
          {t('choose', { n: most })}
        </Words>
        <Tag tone="leaf">{t('chosen', { n: chosen.length })}</Tag>
      </Box>
      <Box className="share-offers">
        {offers.map((offer) => {
          const on = chosen.includes(offer.offerId);
          return (
            <Tap
              key={offer.offerId}
              chosen={on}
              onTap={() => onToggle(offer.offerId)}
              className={classNames('share-offer', on && 'share-offer--on')}
            >
              <Box className="share-offer__picture">
                <Picture src={pictureAddress(offer.picture?.small)} alt="" />
              </Box>
              <Box className="lt-grow lt-column lt-column--tight">
                <Words className="lt-clamp-1">{say(offer.title)}</Words>
                <OfferPrice offer={offer} size="small" />
              </Box>
              <Box className="share-offer__tick">{on && <Icon name="check" />}</Box>
            </Tap>
          );
        })}
      </Box>
    </Box>
  );
}
